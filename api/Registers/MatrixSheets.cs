using Supervision.Api.Sheets;
using Supervision.Plans;
using Supervision.Registers;

namespace Supervision.Api.Registers;

/// <summary>The matrix as sheets: one of items against agencies, and in a workbook one with a line for each cell.</summary>
internal static class MatrixSheets
{
    private static readonly (string Heading, double Width)[] Head = [("序号", 6), ("事项", 40), ("事项编号", 22), ("期限", 12), ("指标", 30)];

    private static readonly (string Heading, double Width)[] Lines =
    [
        ("序号", 6), ("事项", 40), ("单位", 18), ("文中点名", 30), ("分工", 10), ("子方案", 24), ("子方案状态", 14), ("报送期限", 12), ("报送日期", 12),
        ("指标", 24), ("份额", 10), ("承诺", 10), ("期限", 12),
    ];

    public static byte[] Csv(CoverageMatrix matrix)
    {
        using var stream = new MemoryStream();
        using (var csv = new CsvWriter(stream))
        {
            csv.Row([.. Head.Select(column => (SheetCell)column.Heading), .. matrix.Agencies.Select(agency => (SheetCell)agency.Name)]);
            foreach (var row in matrix.Rows)
                csv.Row(Wide(matrix, row));
        }

        return stream.ToArray();
    }

    public static byte[] Workbook(CoverageMatrix matrix)
    {
        using var stream = new MemoryStream();
        using (var sheets = new SheetWriter(stream))
        {
            sheets.BeginSheet("覆盖矩阵", [.. Head, .. matrix.Agencies.Select(agency => (agency.Name, 18.0))]);
            foreach (var row in matrix.Rows)
                sheets.Row(Wide(matrix, row));
            sheets.BeginSheet("明细", Lines);
            foreach (var line in matrix.Rows.SelectMany(row => row.Cells.SelectMany(cell => Long(matrix, row, cell))))
                sheets.Row(line);
        }

        return stream.ToArray();
    }

    private static SheetCell[] Wide(CoverageMatrix matrix, MatrixRow row)
    {
        var cells = row.Cells.ToDictionary(cell => cell.Agency);
        return
        [
            row.Number, row.Title, row.Task?.Value, row.DueOn, string.Join('；', row.Indicators),
            .. matrix.Agencies.Select(agency => (SheetCell)(cells.TryGetValue(agency.Code, out var cell) ? Words(cell) : null)),
        ];
    }

    // One line for each share, or one where there is none.
    private static IEnumerable<SheetCell[]> Long(CoverageMatrix matrix, MatrixRow row, MatrixCell cell)
    {
        var agency = matrix.Agencies.First(agency => agency.Code == cell.Agency).Name;
        foreach (var share in cell.Shares.DefaultIfEmpty())
        {
            yield return
            [
                row.Number, row.Title, agency, Named(cell), Part(cell.Part), cell.SubPlan?.Plan.Value, Stand(cell.SubPlan),
                cell.SubPlan?.FileBy, cell.SubPlan?.FiledOn, share?.Indicator, share?.Share, share?.Promised, cell.DueOn,
            ];
        }
    }

    private static string Words(MatrixCell cell) => string.Join('；', new[]
    {
        Part(cell.Part),
        cell.SubPlan is null ? "" : $"子方案{Stand(cell.SubPlan)}",
        string.Join('、', cell.Shares.Select(share => $"{share.Indicator} {share.Share}{share.Unit}")),
        cell.Named.Count == 0 ? "" : $"点名：{Named(cell)}",
    }.Where(word => word.Length > 0));

    private static string Named(MatrixCell cell) => string.Join('、', cell.Named.Select(mention => $"{mention.Quote}（{As(mention.As)}）"));

    private static string Part(MatrixPart? part) => part switch
    {
        MatrixPart.Lead => "牵头",
        MatrixPart.Responsible => "责任",
        MatrixPart.Cooperating => "配合",
        _ => "",
    };

    private static string Stand(MatrixSubPlan? plan) => plan switch
    {
        null => "",
        { Accepted: true } => "已审定",
        { Accepted: false } => "已退回",
        { FiledOn: not null } => "待审定",
        _ => "未报送",
    };

    private static string As(PlaceKind kind) => kind switch
    {
        PlaceKind.County => "县区",
        PlaceKind.Zone => "功能区",
        PlaceKind.Agency => "单位",
        PlaceKind.Company => "企业",
        PlaceKind.Site => "场所、道路",
        PlaceKind.Event => "活动",
        PlaceKind.Brand => "品牌",
        _ => "其他",
    };
}
