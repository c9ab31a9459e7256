using System.Reflection;
using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Reactions;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>Every reason that can be recorded can be explained.</summary>
public sealed class MeaningTests
{
    public static TheoryData<Type> Reasons =>
        [
            typeof(DecisionReason), typeof(NotificationReason), typeof(EventEndKind), typeof(Outcome), typeof(DeliveryStatus),
            typeof(FeedbackReason), typeof(ReactionStatus), typeof(ReactionRefusal),
        ];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_member_has_a_sentence_of_its_own(Type reasons)
    {
        var explain = typeof(Meaning).GetMethod("Of", BindingFlags.Static | BindingFlags.Public, [reasons])!;

        var sentences = Enum.GetValues(reasons).Cast<object>().Select(member => (string)explain.Invoke(null, [member])!).ToList();

        sentences.ShouldAllBe(sentence => sentence.Length > 10 && !sentence.EndsWith('.'));
        sentences.ShouldBeUnique();
    }
}
