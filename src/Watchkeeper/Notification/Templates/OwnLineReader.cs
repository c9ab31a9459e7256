using System.Collections.Immutable;
using Watchkeeper.Notification.Links;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Notification.Templates;

/// <summary>
/// Reads the notation of one line. Only the template's own signs have a meaning, so that no value makes a format or a link.
/// </summary>
internal static class OwnLineReader
{
    private const string Https = "https://";

    /// <summary>The runs of a line; a link whose address is empty is text.</summary>
    public static ImmutableArray<OwnRun> Read(ImmutableArray<LinePiece> line)
    {
        var runs = ImmutableArray.CreateBuilder<OwnRun>();
        var isBold = false;
        for (var at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case LinePiece.Sign(LineSign.Bold) when isBold || Find(line, at + 1, LineSign.Bold) > 0:
                    isBold = !isBold;
                    break;
                case LinePiece.Sign(LineSign.Open) when FindLink(line, at) is var (middle, close) && close > 0:
                    Add(TextOf(line[(at + 1)..middle]), AddressOf(line[(middle + 1)..close]));
                    at = close;
                    break;
                case var piece:
                    Add(TextOf([piece]), address: null);
                    break;
            }
        }

        return runs.ToImmutable();

        // Parts of one style are one text, so that each markup sees what stands beside a sign.
        void Add(string text, string? address)
        {
            var run = new OwnRun(text) { IsBold = isBold && address is null, Address = address };
            if (runs.Count > 0 && runs[^1] is { Address: null } last && address is null && last.IsBold == run.IsBold)
                runs[^1] = last with { Text = last.Text + text };
            else if (text.Length > 0)
                runs.Add(run);
        }
    }

    /// <summary>Says what is wrong with the addresses of a line, or null.</summary>
    public static string? Refuse(ImmutableArray<LinePiece> line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            var (middle, close) = line[at] is LinePiece.Sign(LineSign.Open) ? FindLink(line, at) : (-1, -1);
            if (close < 0)
                continue;
            var address = line[(middle + 1)..close];
            if (address is not [LinePiece.Plain { Name.IsAddress: true }]
                && (address is not [LinePiece.Plain { Name: null, Text: var begin }, ..] || !IsHost(begin)))
            {
                return $"a link needs an address that begins with {Https} and a host, or one of the values link and runbook";
            }

            at = close;
        }

        return null;
    }

    // A value in the host would say where a link leads.
    private static bool IsHost(string begin) =>
        begin.StartsWith(Https, StringComparison.Ordinal) && begin.IndexOf('/', Https.Length) > Https.Length;

    // The innermost: in «[a [b](…)» the link is b.
    private static (int Middle, int Close) FindLink(ImmutableArray<LinePiece> line, int open)
    {
        var (middle, inner) = (Find(line, open + 1, LineSign.Middle), Find(line, open + 1, LineSign.Open));
        return (middle, middle < 0 || (inner > 0 && inner < middle) ? -1 : Find(line, middle + 1, LineSign.Close));
    }

    private static int Find(ImmutableArray<LinePiece> line, int from, LineSign sign)
    {
        for (var at = from; at < line.Length; at++)
        {
            if (line[at] is LinePiece.Sign(var kind) && kind == sign)
                return at;
        }

        return -1;
    }

    private static string TextOf(IEnumerable<LinePiece> pieces) =>
        string.Concat(pieces.Select(piece => piece is LinePiece.Plain(var text, _) ? text : ((LinePiece.Sign)piece).Text));

    private static string? AddressOf(ImmutableArray<LinePiece> pieces) => RunbookLink.From(string.Concat(pieces.Select(piece =>
        piece switch
        {
            LinePiece.Plain(var text, { IsAddress: false }) => Uri.EscapeDataString(text),
            LinePiece.Plain(var text, _) => text,
            _ => ((LinePiece.Sign)piece).Text,
        })));
}
