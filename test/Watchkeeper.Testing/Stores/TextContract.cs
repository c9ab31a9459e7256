using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of every store for text of anybody.</summary>
public abstract class TextContract : StoreContract
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Half of a surrogate pair, and its replacement when read: no store can hold half a character.</summary>
    private const string Half = "\ud83d", Replacement = "\ufffd";

    [Theory]
    [InlineData("🔥 警报 Größe")]
    [InlineData("a\0b")]
    [InlineData("line\r\nline\u2028\u0085")]
    [InlineData("\u202e\u200b\ufeff")]
    [InlineData("'; DROP TABLE slots; --")]
    [InlineData("\"}]}\\u0000<script>${#pk} :v #v")]
    [InlineData("\uffff\ufffe")]
    public async Task Odd_text_is_read_back_unchanged(string text)
    {
        await using var stores = await OpenAsync();
        var slot = SlotOf(text);

        await stores.Slots.WriteAsync(new SlotPut(slot, 0), Token);

        (await stores.Slots.ReadAsync(slot.Fingerprint, Token)).ShouldBe(slot);
        (await stores.ChangesAsync(1, Token)).ShouldBe([new SlotChanged(null, slot)]);
    }

    [Fact]
    public async Task An_unpaired_surrogate_is_replaced_and_all_other_text_stays()
    {
        await using var stores = await OpenAsync();

        await stores.Slots.WriteAsync(new SlotPut(SlotOf($"a{Half}b"), 0), Token);

        (await stores.Slots.ReadAsync(SlotOf($"a{Half}b").Fingerprint, Token)).ShouldBe(SlotOf($"a{Replacement}b"));
    }

    [Fact]
    public async Task The_longest_signal_makes_a_slot_under_64_KB_that_can_be_repeated_and_ended()
    {
        await using var stores = await OpenAsync();
        var longest = new string('警', 70_000);
        var signal = Orders.Signal() with
        {
            EventId = longest,
            Subject = SlotOf(longest).Incident!.Subject,
            Reason = longest,
            Trace = longest,
        };

        foreach (var (condition, minute) in ((SignalCondition, int)[])
        [
            (SignalCondition.Firing, 0), (SignalCondition.Firing, 1), (SignalCondition.Resolved, 2),
        ])
        {
            var next = signal with
            {
                Id = Orders.Signal(condition, minute).Id,
                Condition = condition,
                OccurredAt = Orders.Noon.AddMinutes(minute),
            };
            (await stores.Slots.RecordAsync(next, Severity.High, Token)).ShouldBeOneOf(
                DecisionReason.Opened, DecisionReason.Repeated, DecisionReason.Resolved);
        }

        (await stores.Slots.ReadAsync(signal.Subject.Fingerprint, Token))!.Version.ShouldBe(3);
        (await SizeAsync(stores, signal.Subject.Fingerprint)).ShouldBeLessThan(MostBytes);
    }

    /// <summary>The size of the slot in this store, in bytes.</summary>
    protected abstract Task<int> SizeAsync(StoreHarness stores, Fingerprint fingerprint);

    private static Slot SlotOf(string text)
    {
        var slot = Orders.Opening().Apply(null);
        var subject = slot.Incident!.Subject with
        {
            Fingerprint = new Fingerprint(text),
            Name = text,
            Title = text,
            Resource = text,
            Service = text,
            Runbook = text,
            Account = text,
            Region = text,
            Labels = LabelSet.From(Enumerable.Range(0, 20).Select(number => KeyValuePair.Create($"{number}{text}", text))),
        };
        return slot with
        {
            Fingerprint = subject.Fingerprint,
            Incident = slot.Incident with { Subject = subject, AcknowledgedBy = text },
            Last = slot.Last with
            {
                Description = text,
                EventId = text,
                Trace = text,
                Signal = slot.Last.Signal! with { EventId = text, Subject = subject with { Title = text + text }, Reason = text },
            },
        };
    }
}
