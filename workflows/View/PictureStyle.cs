namespace Supervision.Workflows.View;

/// <summary>How a picture looks, in daylight, in the dark and on paper. Marks differ in line, sign and word as well as in colour.</summary>
internal static class PictureStyle
{
    public const string Css = """

          text { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif; fill: #1c2733; }
          .name { font-size: 17px; font-weight: 600; }
          .title { font-size: 14px; font-weight: 600; }
          .detail, .caption, .label { font-size: 12px; fill: #566372; }
          .caption, .label { text-anchor: middle; }
          .caption { font-weight: 600; }
          .sheet { fill: #ffffff; }
          .plate.out { fill: #ffffff; }
          .card .line { fill: #ffffff; stroke: #8d99a6; stroke-width: 1.25; }
          .frame .line { fill: #ffffff; stroke: #a9b4bf; stroke-width: 1.25; }
          .plate.in, .frame.in .line { fill: #f4f6f8; }
          .line.inner { fill: none !important; }
          .icon { fill: none; stroke: #566372; stroke-width: 1.5; stroke-linejoin: round; stroke-linecap: round; }
          .person .icon, .signal .icon, .time .icon { stroke: #175a9e; }
          .request .icon, .process .icon { stroke: #6a3fa0; }
          .decision .icon, .fork .icon, .join .icon, .loop .icon { stroke: #8a5600; }
          .start .icon, .end .icon { stroke: #2a6b45; }
          .unknown .line { stroke-dasharray: 2 3; }
          .arrow { fill: none; stroke: #7b8794; stroke-width: 1.5; }
          .head { fill: #7b8794; }
          .arrow.back { stroke-dasharray: 6 4; }
          .arrow.followed { stroke: #23683f; stroke-width: 2.5; }
          .head.followed { fill: #23683f; }
          .m-done .line { stroke: #2f7d4f; stroke-width: 1.75; }
          .card.m-done .line { fill: #eff8f2; }
          .m-cancelled .line { stroke-dasharray: 3 3; }
          .m-cancelled .title { text-decoration: line-through; fill: #566372; }
          .m-underway .line { stroke: #175a9e; stroke-width: 2; }
          .m-waiting .line { stroke: #175a9e; stroke-width: 3; }
          .card.m-waiting .line { fill: #eaf3fc; }
          .m-overdue .line { stroke: #b3261e; stroke-width: 3; stroke-dasharray: 9 4; }
          .card.m-overdue .line { fill: #fdf0ee; }
          .m-faulted .line { stroke: #8c1d18; stroke-width: 2; }
          .card.m-faulted .line { fill: #fdf0ee; }
          .badge text { font-size: 11px; font-weight: 600; fill: #ffffff; }
          .badge .pill { fill: #5c6875; stroke: #ffffff; stroke-width: 1.5; }
          .badge .sign { fill: none; stroke: #ffffff; stroke-width: 1.5; stroke-linejoin: round; stroke-linecap: round; }
          .badge.m-done .pill { fill: #2f7d4f; }
          .badge.m-waiting .pill, .badge.m-underway .pill { fill: #175a9e; }
          .badge.m-overdue .pill { fill: #b3261e; }
          .badge.m-faulted .pill { fill: #8c1d18; }
          @media screen and (prefers-color-scheme: dark) {
           text { fill: #e4e9ee; }
           .detail, .caption, .label, .m-cancelled .title { fill: #a7b3bf; }
           .sheet, .plate.out { fill: #151a20; }
           .card .line { fill: #1e252d; stroke: #6d7a87; }
           .frame .line { fill: #151a20; stroke: #4d5965; }
           .plate.in, .frame.in .line { fill: #1c232b; }
           .icon { stroke: #a7b3bf; }
           .person .icon, .signal .icon, .time .icon { stroke: #7db7f0; }
           .request .icon, .process .icon { stroke: #c3a3ee; }
           .decision .icon, .fork .icon, .join .icon, .loop .icon { stroke: #e6b566; }
           .start .icon, .end .icon { stroke: #7fcb9c; }
           .arrow { stroke: #8a96a3; }
           .head { fill: #8a96a3; }
           .arrow.followed { stroke: #6fc08f; }
           .head.followed { fill: #6fc08f; }
           .m-done .line { stroke: #4fa674; }
           .card.m-done .line { fill: #18281f; }
           .m-waiting .line, .m-underway .line { stroke: #6caef0; }
           .card.m-waiting .line { fill: #15273a; }
           .m-overdue .line, .m-faulted .line { stroke: #f28b82; }
           .card.m-overdue .line, .card.m-faulted .line { fill: #351c1a; }
           .badge .pill { stroke: #151a20; }
          }

        """;
}
