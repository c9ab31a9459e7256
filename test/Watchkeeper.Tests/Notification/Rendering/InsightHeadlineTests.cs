using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Rendering;

public sealed class InsightHeadlineTests
{
    [Theory]
    [InlineData("ApiCallRateInsight", "", "Unusual rate of calls of iam:AttachRolePolicy", "iam:AttachRolePolicy 的调用频率异常")]
    [InlineData("ApiErrorRateInsight", "AccessDenied", "Unusual rate of AccessDenied from iam:AttachRolePolicy",
        "iam:AttachRolePolicy 的 AccessDenied 错误频率异常")]
    [InlineData("ApiErrorRateInsight", "", "Unusual rate of errors from iam:AttachRolePolicy", "iam:AttachRolePolicy 的错误频率异常")]
    public void An_insight_is_named_in_the_readers_language(string type, string error, string english, string chinese)
    {
        var entry = SampleEntries.Create(Transition.Opened, Insight(type, "iam:AttachRolePolicy", error));

        MessageRenderer.Render(entry, Locale.English).Headline.ShouldBe($"[HIGH] Opened: {english}");
        MessageRenderer.Render(entry, Locale.Chinese).Headline.ShouldBe($"【高】发生：{chinese}");
        MessageRenderer.Render(entry, Locale.Chinese).Text.ShouldNotContain("Unusual");
    }

    [Fact]
    public void An_insight_of_an_earlier_version_without_its_call_keeps_its_title() =>
        MessageRenderer.Render(SampleEntries.Create(Transition.Opened, Insight("ApiCallRateInsight", "", "")), Locale.Chinese)
            .Headline.ShouldBe("【高】发生：Unusual rate of something");

    private static Subject Insight(string type, string api, string error) => SampleEntries.Subject with
    {
        Source = SignalSource.Trail,
        Kind = SignalKind.Insight,
        Name = type,
        Title = "Unusual rate of something",
        Labels = LabelSet.Empty.With("api", api).With(SubjectLabels.ErrorCode, error),
    };
}
