using System.Buffers.Binary;
using Shouldly;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Notification;
using Xunit;

namespace Watchkeeper.Aws.Tests.Mime;

/// <summary>The header as [MS-OXOMSG] 2.2.1.3 defines it.</summary>
public sealed class ThreadIndexTests
{
    [Fact]
    public void The_first_mail_has_22_bytes_with_the_opening_time()
    {
        var index = Read(Thread(Mails.Began, isOpening: true));

        index.Length.ShouldBe(22);
        index[0].ShouldBe((byte)1);
        // The highest 40 bits of the FILETIME: a unit is 1.7 seconds.
        var time = BinaryPrimitives.ReadInt64BigEndian([.. index[1..6], 0, 0, 0]);
        (Mails.Began - DateTimeOffset.FromFileTime(time)).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromSeconds(1.7));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(100_000)]
    [InlineData(1_500_000)]
    public void A_later_mail_adds_five_bytes_with_the_time_since(int minutes)
    {
        var first = Read(Thread(Mails.Began, isOpening: true));
        var index = Read(Thread(Mails.Began.AddMinutes(minutes)));

        index.Length.ShouldBe(27);
        index[..22].ShouldBe(first);
        var isLong = (index[22] & 0x80) != 0;
        isLong.ShouldBe(minutes > 1_000_000);
        var delta = BinaryPrimitives.ReadUInt32BigEndian(index.AsSpan(22)) & 0x7FFF_FFFF;
        var since = TimeSpan.FromTicks((long)delta << (isLong ? 23 : 18));
        since.TotalSeconds.ShouldBe(minutes * 60, tolerance: 4);
    }

    [Fact]
    public void A_mail_before_the_opening_by_a_wrong_clock_has_no_time_since() =>
        Read(Thread(Mails.Began.AddDays(-1)))[22..].ShouldBe(new byte[5]);

    [Theory]
    [InlineData("")]
    [InlineData("inc-")]
    [InlineData("inc-zzzzzzzz")]
    [InlineData("another")]
    public void An_id_of_another_form_gives_a_header_of_its_own(string incident)
    {
        var index = Read(new MessageThread { Incident = incident, At = Mails.Began, IsOpening = true });

        index.Length.ShouldBe(22);
        index.ShouldNotBe(Read(Thread(Mails.Began, isOpening: true)));
    }

    private static MessageThread Thread(DateTimeOffset at, bool isOpening = false) =>
        new() { Incident = Mails.Incident, At = at, IsOpening = isOpening };

    private static byte[] Read(MessageThread thread) => Convert.FromBase64String(ThreadIndex.Write(thread));
}
