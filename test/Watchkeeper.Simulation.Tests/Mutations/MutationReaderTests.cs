using Shouldly;
using Watchkeeper.Simulation.Bugs.Mutations;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Mutations;

/// <summary>The format of a mutation, and the messages if a file violates it.</summary>
public sealed class MutationReaderTests
{
    [Fact]
    public void A_file_holds_the_mistake_and_then_its_edits()
    {
        var mutation = MutationReader.Read(
            "both",
            """
            Two things are wrong.

            @ Outer.Inner.Holds(Slot?, int)
            - a
            -     && b
            + c
            - d
            @ Other.ctor

            - e
            + f
            +
            +     + g
            """);

        mutation.Name.ShouldBe("both");
        mutation.Mistake.ShouldBe("Two things are wrong.");
        mutation.Edits.Select(Describe).ShouldBe(
        [
            "Outer.Inner.Holds(Slot?,int): a && b → c",
            "Outer.Inner.Holds(Slot?,int): d → ",
            "Other.ctor: e → f + g",
        ]);
    }

    [Fact]
    public void An_empty_line_ends_an_edit() =>
        MutationReader.Read("removals", "Wrong.\n\n@ Type.Member\n- a\n\n- b\n").Edits.Select(Describe)
            .ShouldBe(["Type.Member: a → ", "Type.Member: b → "]);

    [Theory]
    [InlineData("", "line 1: the first line says what is done wrong")]
    [InlineData("@ Type.Member\n- a\n", "line 1: the first line says what is done wrong")]
    [InlineData("Wrong.\n", "line 1: nothing is changed: write @ Type.Member, - what to find, + what to put there")]
    [InlineData("Wrong.\n\n@ Member\n- a\n", "line 3: «Member» does not name a member: write Type.Member")]
    [InlineData("Wrong.\n\n@ Type.Member(int\n- a\n", "line 3: «Type.Member(int» does not close its list of parameters")]
    [InlineData("Wrong.\n\n- a\n", "line 3: - stands before the first @ Type.Member")]
    [InlineData("Wrong.\n\n@ Type.Member\n+ a\n", "line 4: + stands without a - before it: write what to find")]
    [InlineData("Wrong.\n\n@ Type.Member\nreturn a;\n", "line 4: a line begins with @, - or +")]
    [InlineData("Wrong.\n\n@ Type.Member\n- // a\n+ a\n", "line 5: there is no code to find")]
    [InlineData("Wrong.\n\n@ Type.Member\n- a + b\n+ a+b\n", "line 5: what to find and what to put there are the same")]
    [InlineData("Wrong.\n\n@ Type.Member\n- \"a\n", "line 4: «\"a» is not a token of C#")]
    public void An_error_is_reported_with_its_line(string text, string message) =>
        Should.Throw<MutationException>(() => MutationReader.Read("wrong", text)).Message.ShouldBe($"wrong.mutation, {message}");

    private static string Describe(Edit edit) => $"{edit.Member}: {Code(edit.Find)} → {Code(edit.Put)}";

    private static string Code(Fragment fragment) => string.Join(' ', fragment.Tokens.Select(token => token.Text));
}
