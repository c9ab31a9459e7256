using Shouldly;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Reactions;

public class ReactionProposalTests
{
    private static readonly ReactionOptions Usual = new();

    [Fact]
    public void Scaling_out_reacts_only_to_a_CPU_alarm_over_a_group()
    {
        var reaction = new ScaleOutReaction();

        reaction.TargetOf(Incident(SignalKind.Cpu, ("AutoScalingGroupName", "orders")))
            .ShouldBe(new ReactionTarget.Group("orders"));
        reaction.TargetOf(Incident(SignalKind.Cpu, ("InstanceId", "i-1"))).ShouldBeNull();
        reaction.TargetOf(Incident(SignalKind.NetworkIn, ("AutoScalingGroupName", "orders"))).ShouldBeNull();
    }

    [Theory]
    [InlineData(2, 5, 1, 3)]
    [InlineData(4, 5, 3, 5)]
    [InlineData(2, 5, -7, 3)]
    public void Scaling_out_raises_by_a_step_up_to_the_maximum(int desired, int max, int step, int expected) =>
        new ScaleOutReaction().Propose(new ReactionTarget.Group("orders"), Group(desired, max), Usual with { ScaleStep = step })
            .ShouldBe(new ReactionProposal.Act(new ReactionAction.SetDesiredCapacity("orders", desired, expected)));

    [Fact]
    public void A_group_at_its_maximum_and_a_group_that_is_gone_are_left_alone()
    {
        Scale(Group(5, 5)).ShouldBe(new ReactionProposal.Decline(ReactionRefusal.AtMaximum));
        Scale(Group(6, 5)).ShouldBe(new ReactionProposal.Decline(ReactionRefusal.AtMaximum));
        Scale(null).ShouldBe(new ReactionProposal.Decline(ReactionRefusal.NoGroup));
    }

    [Fact]
    public void Replacing_reacts_only_to_a_failed_status_check_of_an_instance()
    {
        var reaction = new ReplaceInstanceReaction();

        reaction.TargetOf(Incident(SignalKind.StatusCheck, ("InstanceId", "i-1"))).ShouldBe(new ReactionTarget.Instance("i-1"));
        reaction.TargetOf(Incident(SignalKind.StatusCheck, ("LoadBalancer", "app/shop"))).ShouldBeNull();
        reaction.TargetOf(Incident(SignalKind.Cpu, ("InstanceId", "i-1"))).ShouldBeNull();
    }

    [Theory]
    [InlineData("i-1", 1, 1, null)]
    [InlineData("i-1", 4, 4, null)]
    [InlineData("i-1", 3, 5, null)]
    [InlineData("i-1", 2, 5, ReactionRefusal.HealthyMinimum)]
    [InlineData("i-9", 4, 4, ReactionRefusal.AlreadyUnhealthy)]
    public void An_instance_is_replaced_while_enough_others_are_healthy(string id, int healthy, int all, ReactionRefusal? refusal)
    {
        var facts = Group(all, all) with { Healthy = Ids(healthy), Instances = Ids(all) };

        var proposal = new ReplaceInstanceReaction().Propose(new ReactionTarget.Instance(id), facts, Usual);

        if (refusal is { } reason)
            proposal.ShouldBe(new ReactionProposal.Decline(reason));
        else
            proposal.ShouldBe(new ReactionProposal.Act(new ReactionAction.MarkUnhealthy("orders", id)));
    }

    [Theory]
    [InlineData(4, "i-2", null)]
    [InlineData(4, "i-2 i-3", ReactionRefusal.HealthyMinimum)]
    [InlineData(4, "i-1 i-2", null)]
    [InlineData(4, "i-2 i-9", null)]
    [InlineData(2, "i-2", ReactionRefusal.HealthyMinimum)]
    public void An_instance_whose_replacement_is_reserved_counts_as_out_of_service(
        int all, string reserved, ReactionRefusal? refusal)
    {
        var known = reserved.Split(' ').Aggregate(Replacements.None, (before, id) => before.With(id, Noon));

        var proposal = new ReplaceInstanceReaction().Propose(
            new ReactionTarget.Instance("i-1"), Group(all, all).With(known, Noon.AddMinutes(59)), Usual);

        proposal.ShouldBe(refusal is { } reason
            ? new ReactionProposal.Decline(reason)
            : new ReactionProposal.Act(new ReactionAction.MarkUnhealthy("orders", "i-1")));
    }

    [Fact]
    public void A_reserved_replacement_counts_as_long_as_its_call_may_be_made()
    {
        var known = Replacements.None.With("i-1", Noon).With("i-2", Noon.AddMinutes(5));

        known.Version.ShouldBe(2);
        known.At(Noon.AddMinutes(59)).ShouldBe(["i-1", "i-2"]);
        known.At(Noon.AddMinutes(60)).ShouldBe(["i-2"]);
        known.With("i-3", Noon.AddMinutes(60)).ShouldBe(new Replacements(
            3, [new Replacement("i-2", Noon.AddMinutes(65)), new Replacement("i-3", Noon.AddMinutes(120))]));
        known.With("i-1", Noon.AddMinutes(10)).At(Noon.AddMinutes(64)).ShouldBe(["i-2", "i-1"]);
    }

    [Fact]
    public void A_dry_run_uses_none_of_the_budget_of_automatic_reactions()
    {
        var record = new ReactionRecord
        {
            Incident = Incident(SignalKind.Cpu),
            Step = "scale-out.0",
            Reaction = "scale-out",
            Mode = ReactionMode.DryRun,
            Status = ReactionStatus.WouldDo,
            Action = new ReactionAction.SetDesiredCapacity("orders", 1, 2),
            PlannedAt = Noon,
        };

        var dry = Reservation.For(record, Usual, Replacements.None, Noon);
        var real = Reservation.For(record with { Mode = ReactionMode.Auto }, Usual, Replacements.None, Noon);

        dry.CooldownKey.ShouldBe("dry-run#group/orders");
        real.CooldownKey.ShouldBe("auto#group/orders");
        dry.BudgetKey.ShouldBe("dry-run#2026-11-02T12");
        real.BudgetKey.ShouldNotBe(dry.BudgetKey);
        dry.CooldownUntil.ShouldBe(Noon.AddMinutes(10));
    }

    [Fact]
    public void A_cool_down_that_is_shorter_than_a_reaction_may_take_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Usual with { Cooldown = TimeSpan.FromSeconds(119) });

    private static ReactionProposal Scale(GroupFacts? facts) =>
        new ScaleOutReaction().Propose(new ReactionTarget.Group("orders"), facts, Usual);

    private static Watchkeeper.Incidents.Incident Incident(SignalKind kind, params (string, string)[] labels) =>
        After(Signal(subject: Subject(kind: kind, labels: labels)))!.Incident!;

    private static GroupFacts Group(int desired, int max) => new()
    {
        Name = "orders",
        Desired = desired,
        Min = 1,
        Max = max,
        Healthy = Ids(desired),
        Instances = Ids(desired),
    };

    private static string[] Ids(int count) => [.. Enumerable.Range(1, count).Select(i => $"i-{i}")];
}
