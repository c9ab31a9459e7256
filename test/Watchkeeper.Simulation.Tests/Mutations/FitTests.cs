using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Simulation.Bugs.Mutations;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Mutations;

/// <summary>Where a mutation fits, however the code around it changes, and the messages if it does not.</summary>
public sealed class FitTests
{
    private const string Door =
        """
        namespace House.Rooms;

        /// <summary>A door.</summary>
        public sealed record Door(int Width = 90, string Colour = "red") : Opening
        {
            private const int Most = 3, Least = 1;

            public Door() : this(80) => Count = 1;

            public bool IsWide => Width > Most;

            public bool Holds(int weight) => weight < Most && IsWide;

            public bool Holds(int weight, string? why) => weight < Most || why is null;

            public int this[int at] => at + 1;

            public enum Side
            {
                Left = 1,
                Right = 2,
            }

            public sealed class Lock
            {
                // Turned twice.
                public string Turn(int times) => times == 2 ? "it is locked" : $"turned {times}";
            }
        }
        """;

    [Theory]
    [InlineData("Door.IsWide", "Width > Most", "false")]
    [InlineData("Rooms.Door.IsWide", "Width > Most", "false")]
    [InlineData("House.Rooms.Door.IsWide", "Width > Most", "false")]
    [InlineData("Door.Holds", "&& IsWide", "")]
    [InlineData("Door.Holds(1)", "weight < Most", "true")]
    [InlineData("Door.Holds(int, string?)", "weight < Most", "true")]
    [InlineData("Door.Most", "Most = 3", "Most = 4")]
    [InlineData("Door.Least", "Least = 1", "Least = 2")]
    [InlineData("Door.Width", "90", "91")]
    [InlineData("Door.ctor", "\"red\"", "\"blue\"")]
    [InlineData("Door.ctor(0)", "Count = 1", "Count = 2")]
    [InlineData("Door.this", "+ 1", "")]
    [InlineData("Door.Side.Left", "1", "3")]
    [InlineData("Door.Lock.Turn", "times == 2", "times == 3")]
    [InlineData("Door.Lock.Turn", "? \"…\" :", "? \"it is open\" :")]
    [InlineData("Door.Lock.Turn", ": \"…\"", ": \"\"")]
    public void A_member_is_found_by_its_symbol_and_the_code_in_it_by_its_tokens(string member, string find, string put)
    {
        var before = Apply(member, find, put, ("src/Rooms/Door.cs", Door));
        var after = Apply(member, find, put, ("src/Cellar/Doors.cs", MovedAndReformatted(member)));

        before.IsSameCode(Fragment.Parse(Door)).ShouldBeFalse();
        Fragment.Parse(after.Text.Replace("Cellar", "Rooms", StringComparison.Ordinal)).IsSameCode(before).ShouldBeTrue();
    }

    [Fact]
    public void Added_code_is_kept_apart_from_its_neighbours() =>
        Apply("Door.this", "[int at]", "it", ("src/Door.cs", Door)).Text.ShouldContain("this it  =>");

    [Fact]
    public void A_type_in_parts_is_one_type()
    {
        var (one, other) = ("namespace A; partial class Door { int X => 1; }", "namespace A; partial class Door { int Y => 1; }");

        Apply("Door.Y", "1", "2", ("src/One.cs", one), ("src/Other.cs", other)).Text.ShouldContain("Y =>  2 ;");
    }

    [Fact]
    public void A_name_alone_means_the_only_type_of_that_name()
    {
        const string other = "namespace Tools; class Lock { int Turn(int times) => times == 2 ? 1 : 0; }";

        Apply("Lock.Turn", "times == 2", "true", ("src/Door.cs", Door), ("src/Lock.cs", other)).Text.ShouldContain("Tools");
    }

    [Fact]
    public void Several_edits_change_the_code_as_it_was()
    {
        var mutation = MutationReader.Read("two", "Wrong.\n\n@ Door.IsWide\n- Most\n+ Width\n- Width\n+ Most\n");

        Changed(mutation, ("src/Door.cs", Door)).ShouldHaveSingleItem().Text.ShouldContain("IsWide =>  Most  >  Width ;");
    }

    [Theory]
    [InlineData("Gate.Holds", "a", "src has no type Gate; a member Holds is in House.Rooms.Door (src/Door.cs)")]
    [InlineData("Gate.Opens", "a", "src has no type Gate; a member Opens is in none")]
    [InlineData("Lock.Turn", "a", "src has no type Lock, but House.Rooms.Door.Lock (src/Door.cs)")]
    [InlineData("Cellar.Door.Holds", "a", "src has no type Cellar.Door, but House.Rooms.Door (src/Door.cs)")]
    [InlineData(
        "Door.Opens",
        "a",
        "House.Rooms.Door (src/Door.cs) has no member Opens; it has ctor, Width, Colour, Most, Least, IsWide, Holds, this")]
    [InlineData("Door.Holds(3)", "a", "no overload takes (3); there is (int), (int,string?)")]
    [InlineData("Door.Holds(int, string)", "a", "no overload takes (int,string); there is (int), (int,string?)")]
    [InlineData(
        "Door.Holds",
        "weight < Most",
        "«weight < Most» matches 2 times: src/Door.cs:12, src/Door.cs:14; write more of what stands around the one that is "
            + "meant, or name the overload")]
    [InlineData(
        "Door.IsWide",
        "Breadth > Most",
        "«Breadth > Most» matches nothing in it; src/Door.cs:10 has «Width» in place of «Breadth»")]
    [InlineData(
        "Door.Holds",
        "weight <= Max && IsBroad",
        "«weight <= Max && IsBroad» matches nothing in it; nothing in it is like that; it stands at src/Door.cs:12, "
            + "src/Door.cs:14")]
    public void A_mutation_that_does_not_fit_is_reported_with_what_to_change(string member, string find, string message) =>
        Should.Throw<MutationException>(() => Apply(member, find, "b", ("src/Door.cs", Door))).Message
            .ShouldBe($"wrong.mutation: {MemberPath.Parse(member)}: {message}");

    [Fact]
    public void An_ambiguous_name_is_reported_with_all_of_its_types()
    {
        const string other = "namespace Garden; class Door { int Width => 1; }";

        var misfit = Should.Throw<MutationException>(
            () => Apply("Door.Width", "1", "2", ("src/Door.cs", Door), ("src/Garden.cs", other)));

        misfit.Message.ShouldBe(
                "wrong.mutation: Door.Width: Door is the name of several types; write more of the one that is meant: "
                + "House.Rooms.Door (src/Door.cs), Garden.Door (src/Garden.cs)");
        Apply("Garden.Door.Width", "1", "2", ("src/Door.cs", Door), ("src/Garden.cs", other)).Text.ShouldContain("Width =>  2 ;");
    }

    [Fact]
    public void Overlapping_edits_are_reported()
    {
        var mutation = MutationReader.Read("wrong", "Wrong.\n\n@ Door.IsWide\n- Width > Most\n+ true\n- Most\n+ Least\n");

        Should.Throw<MutationException>(() => Changed(mutation, ("src/Door.cs", Door))).Message
            .ShouldBe("wrong.mutation: Door.IsWide: «Most» overlaps «Width > Most»");
    }

    private static Fragment Apply(string member, string find, string put, params (string Path, string Text)[] files)
    {
        var edit = new Edit(MemberPath.Parse(member), Fragment.Parse(find), Fragment.Parse(put));
        return Fragment.Parse(Changed(new Mutation("wrong", "Wrong.", [edit]), files).ShouldHaveSingleItem().Text);
    }

    private static ImmutableArray<SourceFile> Changed(Mutation mutation, params (string Path, string Text)[] files) =>
        mutation.Apply(new ProductSources(files.Select(file => new SourceFile(file.Path, file.Text))));

    // Moves the member to another namespace unless the mutation names it, and puts each token on a line of its own.
    private static string MovedAndReformatted(string member)
    {
        var isNamed = member.Contains("Rooms", StringComparison.Ordinal);
        var moved = isNamed ? Door : Door.Replace("Rooms", "Cellar", StringComparison.Ordinal);
        return string.Join(" // moved\n", Fragment.Parse(moved).Tokens.Select(token => token.Text));
    }
}
