using Shouldly;
using Watchkeeper.Functions.Tests.Suppressing;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Sweeping;

/// <summary>How often people are reminded of what nobody has acknowledged, by route.</summary>
public sealed class RepeatedMessagesTests
{
    [Fact] // alertmanager 2166: the interval is that of the route, and each reader's own.
    public async Task Each_route_reminds_its_readers_as_often_as_it_says()
    {
        using var team = new QuietTeam(mailRepeats: TimeSpan.FromHours(1), chatRepeats: TimeSpan.FromHours(3));
        await team.HearAsync(Signal());
        await team.PassAsync(TimeSpan.FromMinutes(375));

        team.Mails.Count().ShouldBe(7);
        team.Chats.Count().ShouldBe(3);
    }

    [Fact] // alertmanager 2647, 676: not at the next multiple of another interval.
    public async Task A_route_that_does_not_say_reminds_after_four_and_then_eight_hours()
    {
        using var team = new QuietTeam(mailRepeats: TimeSpan.FromMinutes(90));
        await team.HearAsync(Signal());
        await team.PassAsync(TimeSpan.FromMinutes(280));

        team.Mails.Count().ShouldBe(4);
        team.Chats.Count().ShouldBe(2);
        await team.PassAsync(TimeSpan.FromMinutes(455));
        team.Chats.Count().ShouldBe(3);
    }

    [Fact]
    public async Task Without_a_word_of_it_the_intervals_double()
    {
        using var team = new QuietTeam();
        await team.HearAsync(Signal());
        await team.PassAsync(TimeSpan.FromHours(12.1));

        team.Mails.Count().ShouldBe(3);
    }
}
