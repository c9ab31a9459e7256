using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Notifying;

public sealed class WordsInForceTests : IDisposable
{
    private const string Own = "tap-opened";
    private const string BuiltIn = "root-use";

    private readonly World world = new();
    private readonly MemoryStream written = new();
    private readonly CountedReads table;
    private readonly AppliedDetectionStore store;
    private readonly WordsInForce words;

    public WordsInForceTests()
    {
        table = new CountedReads(world.Table);
        store = new AppliedDetectionStore(world.Table);
        words = Over(table);
    }

    private string Written => Encoding.UTF8.GetString(written.ToArray());

    public void Dispose()
    {
        world.Dispose();
        written.Dispose();
    }

    [Fact]
    public async Task An_own_detection_has_its_words_and_one_that_replaces_a_built_in_one_too()
    {
        await ApplyAsync(Own, BuiltIn);

        (await TitleAsync(Own)).ShouldBe("A tap was opened");
        (await TitleAsync(BuiltIn)).ShouldBe("A tap was opened");
        (await TitleAsync("nobody-knows-it")).ShouldBeNull();
        Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_is_about_no_act_reads_nothing()
    {
        await ApplyAsync(Own, BuiltIn);

        await words.ForAsync(SampleEntries.Create(Transition.Opened), null, TestContextToken);
        await words.ForAsync(
            Entry(Own) with { Reaction = SampleEntries.Create(ReactionStatus.WouldDo).Reaction }, null, TestContextToken);

        table.Read.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_built_in_detection_costs_one_small_read_a_minute_as_long_as_none_is_replaced()
    {
        await ApplyAsync(Own);

        for (var message = 0; message < 3; message++)
            (await TitleAsync(BuiltIn)).ShouldBe(DetectionWords.Find(BuiltIn)!.English.Title);
        table.Read.ShouldBe([Keys.DetectionHead]);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await TitleAsync(BuiltIn);
        table.Read.ShouldBe([Keys.DetectionHead, Keys.DetectionHead]);
    }

    [Fact]
    public async Task The_list_is_read_once_and_not_again_before_another_is_applied()
    {
        await ApplyAsync(Own, BuiltIn);

        for (var minute = 0; minute < 3; minute++)
        {
            await TitleAsync(BuiltIn);
            await TitleAsync(Own);
            world.Time.Advance(TimeSpan.FromMinutes(1));
        }

        table.Read.Count(key => key != Keys.DetectionHead).ShouldBe(1);
        table.Read.Count(key => key == Keys.DetectionHead).ShouldBe(3);
        await ApplyAsync("other");
        (await TitleAsync(BuiltIn)).ShouldBe(DetectionWords.Find(BuiltIn)!.English.Title);
        (await TitleAsync("other")).ShouldBe("A tap was opened");
        (await TitleAsync(Own)).ShouldBeNull();
    }

    [Fact]
    public async Task The_first_message_of_a_list_that_was_applied_just_now_has_its_words()
    {
        await TitleAsync(BuiltIn);
        await ApplyAsync(Own);
        world.Time.Advance(TimeSpan.FromSeconds(2));

        (await TitleAsync(Own)).ShouldBe("A tap was opened");
        table.Read.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_list_that_was_taken_back_leaves_the_built_in_words()
    {
        await ApplyAsync(Own, BuiltIn);
        await TitleAsync(BuiltIn);
        await ApplyAsync();
        world.Time.Advance(TimeSpan.FromMinutes(1));

        (await TitleAsync(BuiltIn)).ShouldBe(DetectionWords.Find(BuiltIn)!.English.Title);
        (await TitleAsync(Own)).ShouldBeNull();
    }

    [Fact]
    public async Task A_head_of_an_earlier_version_that_does_not_say_what_is_replaced_has_its_list_read()
    {
        await ApplyAsync(BuiltIn);
        var head = (await store.ReadHeadAsync(TestContextToken))!;
        var earlier = head with { List = head.List! with { Replaced = null } };
        await world.Table.WriteAsync(new RowPut(AppliedItem.WriteHead(earlier)), TestContextToken);

        (await TitleAsync(BuiltIn)).ShouldBe("A tap was opened");
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_leaves_the_last_good_words_and_is_tried_again_after_a_minute()
    {
        await ApplyAsync(Own);
        await TitleAsync(Own);
        await ApplyAsync("not a list"u8.ToArray());
        world.Time.Advance(TimeSpan.FromMinutes(1));

        (await TitleAsync(Own)).ShouldBe("A tap was opened");
        await TitleAsync("nobody-knows-it");
        table.Read.Count.ShouldBe(4, "a list that cannot be read is not asked for again at once");
        Written.ShouldContain("the texts of version 1 stay in force");
        Written.ShouldContain("version 2: $: is not a list");
        Written.ShouldContain("\"UnusableDetections\"");
        await ApplyAsync("other");
        world.Time.Advance(TimeSpan.FromMinutes(1));
        (await TitleAsync("other")).ShouldBe("A tap was opened");
    }

    [Fact]
    public async Task The_list_that_the_configuration_names_has_the_words_and_no_head_is_read()
    {
        await ApplyAsync(BuiltIn);
        var named = await store.WriteListAsync(OwnFiles.List([OwnFiles.Tap(Own)]), 1, TestContextToken);

        (await TitleAsync(Own, named)).ShouldBe("A tap was opened");
        (await TitleAsync(BuiltIn, named)).ShouldBe(DetectionWords.Find(BuiltIn)!.English.Title);
        table.Read.ShouldBe([Keys.DetectionChunk(named.Hash, 0)]);
        (await TitleAsync(BuiltIn)).ShouldBe("A tap was opened", "the configuration names none any more");
    }

    [Fact]
    public async Task A_named_list_whose_rows_are_missing_leaves_the_last_good_words()
    {
        var named = await store.WriteListAsync(OwnFiles.List([OwnFiles.Tap(Own)]), 1, TestContextToken);
        await TitleAsync(Own, named);

        (await TitleAsync(Own, named with { Hash = "lost" })).ShouldBe("A tap was opened");

        Written.ShouldContain("the texts of the configuration stay in force");
        Written.ShouldContain("the configuration: $.h: names the list lost, whose row 0 is missing");
    }

    [Fact]
    public async Task A_table_that_does_not_answer_keeps_no_message_back()
    {
        var silent = Over(null!);

        (await silent.ForAsync(Entry(Own), null, TestContextToken)).ShouldBe(DetectionWordSet.BuiltIn);

        Written.ShouldContain("the built-in texts stay in force");
    }

    [Fact]
    public async Task A_mail_about_an_own_detection_says_what_its_file_says()
    {
        await ApplyAsync(Own);
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Sent("mail-1"));
        var notifier = new Notifier(world.Notifications, [mail], world.Configuration, world.Time)
        {
            Words = (entry, cancellationToken) => words.ForAsync(entry, null, cancellationToken),
        };
        var act = Signal(nature: SignalNature.Event, kind: SignalKind.Detection, name: Own);

        await notifier.NotifyAsync(
            (await world.RecordAsync(act with { Subject = act.Subject with { Source = SignalSource.Trail } })).Single(),
            world.Deadline, TestContextToken);

        mail.Sent.ShouldHaveSingleItem().Message.Text.ShouldContain("\nWhy it matters: Water runs.\nWhat to do: Close it.\n");
    }

    private WordsInForce Over(IRowTable rows)
    {
        var output = new LineOutput(written);
        ILogger log = new JsonLogger(output, world.Time, "NotifyFunction");
        return new WordsInForce(
            new AppliedDetectionStore(rows), new Metrics(output, world.Time, "NotifyFunction"), log, world.Time);
    }

    private async Task<string?> TitleAsync(string id, OwnDetectionList? named = null) =>
        (await words.ForAsync(Entry(id), named, TestContextToken)).Find(id)?.English.Title;

    private static TimelineEntry Entry(string id) => SampleEntries.Create(
        Transition.Opened, SampleEntries.Subject with { Kind = SignalKind.Detection, Source = SignalSource.Trail, Name = id });

    private Task ApplyAsync(params string[] ids) =>
        ApplyAsync(ids.Length == 0 ? default : OwnFiles.List(ids.Select(OwnFiles.Tap)));

    private async Task ApplyAsync(ReadOnlyMemory<byte> list) =>
        (await store.ApplyAsync(await store.ReadHeadAsync(TestContextToken), list, 1, "kim", Noon, TestContextToken))
            .ShouldBeOfType<ApplyResult.Applied>();

    // Which rows are read.
    private sealed class CountedReads(IRowTable inner) : IRowTable
    {
        public List<RowKey> Read { get; } = [];

        public Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken)
        {
            Read.Add(key);
            return inner.ReadAsync(key, cancellationToken);
        }

        public Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<RowTransactionResult> WriteAllAsync(ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<Row> QueryAsync(string pk, string prefix, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<Row> QueryIndexAsync(RowIndex index, string? upTo, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
