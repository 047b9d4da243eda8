namespace Supervision.Plans;

/// <summary>The most a reader takes in. The longest plan seen has 150 lines and 39 kB.</summary>
public static class PlanLimits
{
    public const int BytesMax = 5 * 1024 * 1024;

    /// <summary>Of a docx, pdf or xlsx, which bring pictures and fonts along.</summary>
    public const int DocumentBytesMax = 20 * 1024 * 1024;

    public const int LinesMax = 50_000;

    public const int NodesMax = 2_000;
}
