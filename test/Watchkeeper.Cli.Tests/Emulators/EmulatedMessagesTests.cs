using Shouldly;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Receivers;
using Watchkeeper.Cli.Tests.Stores;
using Watchkeeper.Functions.Webhooks;
using Watchkeeper.Notification;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Emulators;

/// <summary>The messages of a run with emulators have the names and places of an embedded run's.</summary>
public sealed class EmulatedMessagesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_sent_message_gets_its_name_once_and_moto_s_folder_goes()
    {
        var record = SampleNotifications.Sent(SampleNotifications.Pending());
        var (topic, mail) = (record.Deliveries[0], record.Deliveries[1]);
        File.WriteAllText(Path.Combine(EmulatedMessages.FolderIn(folder.Path), $"{mail.Detail}.eml"), "From: kim");
        using (var messages = new EmulatedMessages(folder.Path, new LocalReceiver()))
        {
            var file = messages.DetailOf(record, mail);

            file.ShouldStartWith(Path.Combine(folder.Path, "messages", $"000001-mail-{record.Entry.Incident.Id}-opened-"));
            File.ReadAllText(file).ShouldBe("From: kim");
            messages.DetailOf(record, mail).ShouldBe(file);
            messages.DetailOf(record, mail with { Detail = $"{mail.Detail}; delayed: full" }).ShouldBe($"{file}; delayed: full");
            messages.DetailOf(record, topic).ShouldBe(topic.Detail);
        }

        Directory.EnumerateDirectories(Path.Combine(folder.Path, "messages")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_received_message_gets_its_name_once_and_keeps_the_receivers_words()
    {
        var record = SampleNotifications.Sent(SampleNotifications.Pending());
        var delivery = record.Deliveries[0] with { Detail = "ok" };
        await using var receiver = new LocalReceiver();
        using var messages = new EmulatedMessages(folder.Path, receiver);
        await receiver.ListenAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add(HttpMessageChannel.DeliveryHeader, record.KeyOf(delivery));
        using var body = new StringContent("{}");
        using var answer = await client.PostAsync(
            new Uri(receiver.Address, "/shop.example/hook"), body, TestContext.Current.CancellationToken);

        var detail = messages.DetailOf(record, delivery);

        detail.ShouldStartWith(Path.Combine(folder.Path, "messages", "000001-"));
        detail.ShouldEndWith(".json; ok");
        (await File.ReadAllTextAsync(detail.Split(';')[0], TestContext.Current.CancellationToken)).ShouldBe("{}");
        messages.DetailOf(record, delivery).ShouldBe(detail);
    }

    [Fact]
    public void What_is_no_id_names_no_file()
    {
        var pending = SampleNotifications.Pending();
        var odd = pending.Deliveries[0] with { Status = DeliveryStatus.Sent, Detail = "../run" };
        using var messages = new EmulatedMessages(folder.Path, new LocalReceiver());

        messages.DetailOf(pending, odd).ShouldBe("../run");
        messages.DetailOf(pending, pending.Deliveries[1]).ShouldBe("");
    }
}
