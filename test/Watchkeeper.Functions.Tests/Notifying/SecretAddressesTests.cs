using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Secrets;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Notifying;

public sealed class SecretAddressesTests : IDisposable
{
    private const string Reference = "ssm:/watchkeeper/mail";
    private const string Canary = "canary-1@shop.example";
    private const string Rotated = "canary-2@shop.example";

    private readonly ScriptedSecrets store = new();
    private readonly World world = new()
    {
        Configuration = WatchkeeperConfiguration.Default(new Channel(ChannelKind.Mail, Reference)),
    };

    private readonly SecretsInMemory secrets;

    public SecretAddressesTests()
    {
        secrets = new SecretsInMemory(store, world.Time);
        store.Values[Reference] = Canary;
    }

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_message_goes_to_the_value_and_everything_else_keeps_the_reference()
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Sent("mail-1"));

        var delivery = await NotifyAsync(mail);

        mail.Sent.ShouldHaveSingleItem().Address.ShouldBe(Canary);
        (delivery.Channel.Address, delivery.Status, delivery.Detail).ShouldBe((Reference, DeliveryStatus.Sent, "mail-1"));
        world.Text().ShouldContain(Reference);
        world.Text().ShouldNotContain("canary");
    }

    [Theory]
    [InlineData(SecretFault.Missing, DeliveryStatus.Failed)]
    [InlineData(SecretFault.Denied, DeliveryStatus.Failed)]
    [InlineData(SecretFault.Empty, DeliveryStatus.Failed)]
    [InlineData(SecretFault.NotText, DeliveryStatus.Failed)]
    [InlineData(SecretFault.Throttled, DeliveryStatus.Retrying)]
    [InlineData(SecretFault.Unreachable, DeliveryStatus.Retrying)]
    public async Task Without_the_secret_nothing_is_sent_and_the_row_says_why_and_which(SecretFault fault, DeliveryStatus status)
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Sent("mail-1"));
        store.Fault = fault;

        var delivery = await NotifyAsync(mail);

        mail.Tries.ShouldBe(0);
        (delivery.Status, delivery.Detail).ShouldBe((status, $"{Reference}: scripted"));
    }

    [Fact]
    public async Task A_secret_that_comes_back_is_sent_to_by_the_sweep()
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Sent("mail-1"));
        store.Fault = SecretFault.Unreachable;
        await NotifyAsync(mail);
        store.Fault = null;

        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Sweeper(Notifier(mail)).SweepAsync(world.Time.GetUtcNow(), world.Deadline, TestContextToken);

        mail.Sent.ShouldHaveSingleItem().Address.ShouldBe(Canary);
    }

    [Fact]
    public async Task A_wrong_reference_is_never_sent_to()
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Sent("mail-1"));

        var result = await new SecretAddresses(secrets).SendAsync(
            mail, new Channel(ChannelKind.Mail, "ssm:mail"), null!, "key", TestContextToken);

        mail.Tries.ShouldBe(0);
        result.ShouldBeOfType<SendResult.GiveUp>().Reason
            .ShouldBe("the address «ssm:mail» cannot be used: a parameter's name must begin with a slash: write ssm:/path/name");
    }

    [Fact]
    public async Task A_secret_that_was_rotated_between_two_messages_is_read_anew_when_the_old_one_is_refused()
    {
        var mail = new ScriptedChannel(
            ChannelKind.Mail,
            tries => tries == 2 ? new SendResult.GiveUp($"no such mailbox {Canary}") : new SendResult.Sent("mail"));
        await NotifyAsync(mail);
        store.Values[Reference] = Rotated;

        var delivery = await NotifyAsync(mail);

        mail.Sent.Select(sent => sent.Address).ShouldBe([Canary, Canary, Rotated]);
        (delivery.Status, delivery.Attempts).ShouldBe((DeliveryStatus.Sent, 1));
    }

    [Fact]
    public async Task A_secret_that_was_rotated_just_after_another_refusal_is_read_anew_by_the_next_attempt()
    {
        var mail = new ScriptedChannel(
            ChannelKind.Mail,
            tries => tries <= 3 ? new SendResult.GiveUp("too long, or mailbox unknown") : new SendResult.Sent("mail"));
        (await NotifyAsync(mail)).Status.ShouldBe(DeliveryStatus.Failed, "its secret was read anew, and is the same");
        store.Values[Reference] = Rotated;
        world.Time.Advance(TimeSpan.FromSeconds(20));

        var waiting = await NotifyAsync(mail);

        waiting.Status.ShouldBe(DeliveryStatus.Retrying, "the secret may not be read twice within half a minute");
        waiting.Detail.ShouldEndWith("; the secret was read a moment ago, and is read anew at the next attempt");
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Sweeper(Notifier(mail)).SweepAsync(world.Time.GetUtcNow(), world.Deadline, TestContextToken);
        mail.Sent.Select(sent => sent.Address).ShouldBe([Canary, Canary, Canary, Rotated]);
    }

    [Fact]
    public async Task A_refused_address_whose_secret_cannot_be_read_anew_is_tried_later()
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ =>
        {
            store.Fault = SecretFault.Throttled;
            return new SendResult.GiveUp($"no such mailbox {Canary}");
        });

        var delivery = await NotifyAsync(mail);

        delivery.Status.ShouldBe(DeliveryStatus.Retrying);
        delivery.Detail.ShouldBe($"no such mailbox {Reference}; {Reference}: scripted");
    }

    [Fact]
    public async Task A_refused_address_that_was_not_rotated_is_tried_once_and_its_reason_shows_the_reference()
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.GiveUp($"the recipient <{Canary}> is not verified"));

        var delivery = await NotifyAsync(mail);

        mail.Tries.ShouldBe(1);
        (delivery.Status, delivery.Detail).ShouldBe((DeliveryStatus.Failed, $"the recipient <{Reference}> is not verified"));
        world.Text().ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_channel_that_throws_does_not_show_the_value()
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => throw new FormatException($"cannot read «{Canary}»"));

        var failure = await Should.ThrowAsync<InvalidOperationException>(NotifyAsync(mail));

        failure.ToString().ShouldContain($"FormatException: cannot read «{Reference}»");
        failure.ToString().ShouldNotContain("canary");
    }

    [Fact]
    public async Task The_key_of_a_delivery_outlives_a_rotation()
    {
        var keys = new List<string>();
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Retry("throttled"));
        var record = await RecordAsync(mail);
        keys.Add(record.KeyOf(record.Deliveries[0]));
        store.Values[Reference] = Rotated;
        world.Time.Advance(SecretsInMemory.MaxAge);

        await world.Sweeper(Notifier(mail)).SweepAsync(world.Time.GetUtcNow(), world.Deadline, TestContextToken);

        mail.Sent.Select(sent => sent.Address).ShouldBe([Canary, Rotated]);
        keys.ShouldAllBe(key => key == record.KeyOf(record.Deliveries[0]));
    }

    [Fact]
    public async Task A_hundred_messages_at_once_read_the_secret_once()
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Sent("mail"));
        var changes = await world.RecordAsync([.. Enumerable.Range(0, 100).Select(i => Signal(name: $"alarm-{i}"))]);
        var notifier = Notifier(mail);

        await Task.WhenAll(changes.Select(change => notifier.NotifyAsync(change, world.Deadline, TestContextToken)));

        (mail.Tries, store.Reads).ShouldBe((100, 1));
    }

    private Notifier Notifier(ScriptedChannel mail) =>
        new(world.Notifications, [mail], world.Configuration, world.Time) { Secrets = secrets };

    private async Task<Delivery> NotifyAsync(ScriptedChannel mail) => (await RecordAsync(mail)).Deliveries.ShouldHaveSingleItem();

    private async Task<NotificationRecord> RecordAsync(ScriptedChannel mail)
    {
        var change = (await world.RecordAsync(Signal(name: $"alarm-{mail.Tries}"))).Single();
        return (await Notifier(mail).NotifyAsync(change, world.Deadline, TestContextToken))
            .ShouldBeOfType<NotifyResult.Tried>().Record;
    }

    private sealed class ScriptedSecrets : ISecretStore
    {
        private int reads;

        public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

        public SecretFault? Fault { get; set; }

        public int Reads => reads;

        public Task<SecretResult> ReadAsync(SecretReference reference, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref reads);
            return Task.FromResult(Fault is { } fault
                ? new SecretResult.Failed(reference, fault, "scripted")
                : SecretText.Read(reference, Values[reference.Text]));
        }
    }
}
