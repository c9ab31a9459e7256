using System.Buffers;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>
/// Packs ids in their usual form into bytes: half the size, and bytes cost units. Any other text stays text, so that every id can
/// be restored exactly.
/// </summary>
internal sealed class Packing
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private readonly string form;
    private readonly int digits;

    // In a form, x stands for a hexadecimal digit, and any other character for itself.
    private Packing(string form) => (this.form, digits) = (form, form.Count('x'));

    /// <summary>A <see cref="Signals.StableHash"/>. Its bytes have the same order as its digits.</summary>
    public static Packing Hash { get; } = new(new string('x', 32));

    /// <summary>An <see cref="Signals.Act"/>'s key.</summary>
    public static Packing Act { get; } = new(new string('x', 12));

    /// <summary>A configuration's version.</summary>
    public static Packing Version { get; } = new(new string('x', 10));

    /// <summary>A UUID with hyphens: EventBridge's, SNS's and CloudTrail's ids.</summary>
    public static Packing Uuid { get; } = new("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");

    /// <summary>The X-Ray trace header of a sampled request.</summary>
    public static Packing Trace { get; } = new("Root=1-xxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxx;Parent=xxxxxxxxxxxxxxxx;Sampled=1");

    public RowValue Write(string text) => Pack(text) is { } bytes ? RowValue.Bytes(bytes) : RowValue.Text(text);

    /// <summary>Unpacks a value; null if it is neither packed bytes nor text.</summary>
    public string? Read(RowValue value) => value switch
    {
        BytesValue bytes => Unpack(bytes.Value.Span),
        TextValue text => text.Value,
        _ => null,
    };

    private byte[]? Pack(string text)
    {
        if (text.Length != form.Length)
            return null;
        Span<char> hex = stackalloc char[digits];
        var found = 0;
        for (var at = 0; at < form.Length; at++)
        {
            if (form[at] is 'x')
                hex[found++] = text[at];
            else if (form[at] != text[at])
                return null;
        }

        return hex.ContainsAnyExcept(LowerHex) ? null : Convert.FromHexString(hex);
    }

    private string? Unpack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length * 2 != digits)
            return null;
        var hex = Convert.ToHexStringLower(bytes);
        var found = 0;
        return string.Create(form.Length, 0, (text, _) =>
        {
            for (var at = 0; at < text.Length; at++)
                text[at] = form[at] is 'x' ? hex[found++] : form[at];
        });
    }
}
