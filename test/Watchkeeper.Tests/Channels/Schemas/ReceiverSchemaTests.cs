using System.Text;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Npm;
using Watchkeeper.Tests.Channels.Hostile;
using Xunit;

namespace Watchkeeper.Tests.Channels.Schemas;

/// <summary>
/// The schemas of this folder are our own compact ones: Slack publishes none that a program can read («Block Kit»), and PagerDuty's
/// («PagerDuty V2 Events API», OpenAPI) comes in no package and knows neither limits nor changes. Both refuse a name that they do
/// not know, which the receivers' documents do not promise to ignore.
/// </summary>
public sealed class ReceiverSchemaTests
{
    [Theory]
    [InlineData("slack")]
    [InlineData("pagerduty")]
    public void Every_body_fits(string name)
    {
        var schema = new JsonSchemaCheck(File.ReadAllText(
            Repository.PathOf("test", "Watchkeeper.Tests", "Channels", "Schemas", $"{name}.schema.json")));
        var entries = Enum.GetValues<Transition>().Select(transition => SampleEntries.Create(transition, minutes: 9))
            .Append(ChannelSamples.Opened)
            .Concat(ChannelPackages.NaughtyStrings.Concat(ChannelSamples.HostileTexts).SelectMany(ChannelSamples.Hostile));

        foreach (var entry in entries)
        {
            foreach (var locale in Enum.GetValues<Locale>())
            {
                var body = Encoding.UTF8.GetString(ReceiverForm.All[name].Create(ChannelSamples.Message(entry, locale)).Body!);

                schema.Errors(body).ShouldBeEmpty(body);
            }
        }
    }
}
