using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Supervision.Workflows.View;

/// <summary>The line of an arrow, with rounded corners, and its head.</summary>
internal static class ArrowPath
{
    private const int Radius = 8;
    private const int HeadLength = 8;
    private const int HeadHalf = 4;

    public static string Of(ImmutableArray<Point> points)
    {
        var path = new StringBuilder(Move('M', points[0]));
        for (var i = 1; i < points.Length - 1; i++)
        {
            var radius = Math.Min(Radius, Math.Min(Length(points[i - 1], points[i]), Length(points[i], points[i + 1])) / 2);
            path.Append(Move('L', Toward(points[i], points[i - 1], radius))).Append(Move('Q', points[i]))
                .Append(Move(' ', Toward(points[i], points[i + 1], radius)));
        }

        // The line ends within the head, or its blunt end would show at the tip.
        return path.Append(Move('L', Toward(points[^1], points[^2], HeadLength - 2))).ToString();
    }

    public static string HeadOf(ImmutableArray<Point> points)
    {
        var (tip, from) = (points[^1], points[^2]);
        var (x, y) = (Math.Sign(tip.X - from.X), Math.Sign(tip.Y - from.Y));
        var middle = tip.Move(-x * HeadLength, -y * HeadLength);
        return Move('M', tip) + Move('L', middle.Move(-y * HeadHalf, x * HeadHalf)) + Move('L', middle.Move(y * HeadHalf, -x * HeadHalf)) + "Z";
    }

    private static Point Toward(Point from, Point to, int by)
    {
        var length = Math.Max(1, Length(from, to));
        return from.Move((to.X - from.X) * by / length, (to.Y - from.Y) * by / length);
    }

    private static int Length(Point a, Point b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);

    private static string Move(char command, Point point) => string.Create(CultureInfo.InvariantCulture, $"{command}{point.X} {point.Y}");
}
