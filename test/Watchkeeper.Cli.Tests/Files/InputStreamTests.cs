using System.IO.Compression;
using System.Text;
using Shouldly;
using Watchkeeper.Cli.Files;
using Xunit;

namespace Watchkeeper.Cli.Tests.Files;

public sealed class InputStreamTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 5_000)));

    [Fact]
    public void Packed_bytes_are_known_without_seeking_however_they_come()
    {
        Read(Pack(), 1).ShouldBe(Text);
        Read(Text, 1).ShouldBe(Text);
        Read([.. Pack(), .. Pack()], 7).Length.ShouldBe(2 * Text.Length);
        Read([0x1F], 1).ShouldBe([0x1F]);
        Read([], 1).ShouldBeEmpty();
    }

    [Fact]
    public void Gzip_that_was_cut_off_is_told_from_damaged_gzip()
    {
        var packed = Pack();
        foreach (var length in new[] { 2, 9, 10, 1_000, packed.Length - 8, packed.Length - 1 })
            Reason(packed[..length]).ShouldBe("is gzip that was cut off");
        foreach (var place in new[] { 2, 1_000, packed.Length - 6 })
        {
            var damaged = packed.ToArray();
            damaged[place] ^= 0x55;
            Reason(damaged).ShouldBe("is damaged gzip");
        }
    }

    [Fact]
    public void A_text_of_another_encoding_is_named()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            InputStream.RefusalOf(encoding.GetBytes("{\"a\":1}")).ShouldNotBeNull().ShouldStartWith("is in UTF-16: ");
            InputStream.RefusalOf([.. encoding.Preamble, .. encoding.GetBytes("{")]).ShouldNotBeNull();
        }

        InputStream.RefusalOf([.. Encoding.UTF32.Preamble, .. "x"u8]).ShouldNotBeNull().ShouldStartWith("is in UTF-32: ");
        InputStream.RefusalOf("\uFEFF{}"u8).ShouldBeNull();
        InputStream.RefusalOf("{\0\0\0"u8).ShouldBeNull();
        InputStream.RefusalOf([]).ShouldBeNull();
    }

    private static string? Reason(byte[] packed) =>
        InputStream.ReasonOf(Should.Throw<InvalidDataException>(() => Read(packed, 64 * 1024)));

    private static byte[] Read(byte[] bytes, int chunk)
    {
        using var stream = InputStream.Unpack(new DribblingStream(bytes, chunk));
        using var read = new MemoryStream();
        var buffer = new byte[10_000];
        while (stream.Read(buffer) is > 0 and var length)
            read.Write(buffer, 0, length);
        return read.ToArray();
    }

    private static byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(Text);
        return packed.ToArray();
    }
}
