using CsCheck;
using Shouldly;
using Watchkeeper.Cli.Yaml;
using Xunit;

namespace Watchkeeper.Cli.Tests.Configuring;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("route:\n\treceiver: a\n", 2, 1, "a tab")]
    [InlineData("\troute: {receiver: a}\n", 1, 1, "a tab")]
    [InlineData("route:\n \treceiver: a\n", 2, 2, "a tab")]
    [InlineData("a:\n-\tname: b\n", 2, 2, "a tab")]
    [InlineData("a:\n- b\n-  \t  c\n", 3, 4, "a tab")]
    [InlineData("a:\n- name: b\n\t\n", 3, 1, "a tab")]
    [InlineData("services: &a\n- *a\n", 2, 3, "*a stands inside its own anchor")]
    [InlineData("a: *b\n", 1, 4, "*b has no anchor &b before it")]
    [InlineData("route: \0\n", 1, 8, "the invisible character U+0000")]
    [InlineData("a: 1\nb: !secret x\n", 2, 4, "the tag !secret means nothing here")]
    [InlineData("a: 1\nb: 2\na: 3\n", 3, 1, "the key a stands here a second time; the first is in line 1")]
    [InlineData("? [a]\n: b\n", 1, 3, "a key must be a text, not a list")]
    [InlineData("a: 1\n---\nb: 2\n", 2, 1, "a second document begins here")]
    [InlineData("a: {b: c\nd: e: f\n", 1, 1, "")]
    [InlineData("a:\n  b: 'c\nd: 1\n", 2, 6, "the closing quote of this text is missing")]
    [InlineData("a:\n  b: 1\n   c: 2\n", 3, 0, "a colon where none can be")]
    [InlineData("a:\n  b: 1\n c: 2\n", 3, 2, "this line is indented differently")]
    [InlineData("a: [1, 2\nb: 3\n", 1, 0, "")]
    [InlineData("a: @x\n", 1, 4, "a text that begins like this needs quotes")]
    [InlineData("<<: x\n", 1, 5, "<< takes a map or a list of maps, not a text")]
    public void What_is_wrong_has_its_place(string yaml, int line, int column, string reason)
    {
        var (_, faults) = YamlReader.Read(yaml);

        faults.ShouldContain(fault => fault.Reason.StartsWith(reason, StringComparison.Ordinal), string.Join('\n', faults));
        var found = faults.First(fault => fault.Reason.StartsWith(reason, StringComparison.Ordinal));
        found.Position.Line.ShouldBe(line);
        if (column > 0 && reason.Length > 0)
            found.Position.Column.ShouldBe(column);
    }

    [Theory]
    [InlineData("a: {\n\tb: c\n}\nd: e\n")]
    [InlineData("a: [\n\tb,\n\tc]\nd:\te\t# f\n")]
    [InlineData("a: |\n  b\n  \tc\nd: e\n")]
    [InlineData("a: \"b\n\tc\"\nd: 'e\n\tf'\n")]
    [InlineData("a:\n- b - \tc\n- \"-\td\"\n")]
    public void Tabs_that_indent_nothing_are_read(string yaml) => YamlReader.Read(yaml).Faults.ShouldBeEmpty();

    [Fact]
    public void Each_line_that_a_tab_indents_is_told() =>
        YamlReader.Read("a:\n-\tb: {c: 1}\n-\td: {e: 2}\n").Faults.Select(fault => fault.Position.Line).ShouldBe([2, 3]);

    [Fact]
    public void Aliases_that_expand_without_end_are_refused_at_once()
    {
        var bomb = string.Concat(Enumerable.Range(1, 29).Select(
            i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        var (_, faults) = YamlReader.Read("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + bomb);

        faults.ShouldHaveSingleItem().Reason.ShouldBe("the file has more than 100,000 values, those of each alias counted again");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Deep_nesting_is_refused(string opening) =>
        YamlReader.Read(string.Concat(Enumerable.Repeat(opening, 5000))).Faults.ShouldHaveSingleItem().Reason
            .ShouldBe("nested deeper than 64 levels");

    [Fact]
    public void A_merged_map_gives_way_to_the_maps_own_keys()
    {
        var (value, faults) = YamlReader.Read("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\n");

        faults.ShouldBeEmpty();
        var merged = (YamlMap)((YamlMap)value!).Members[1].Value;
        merged.Members.Select(member => $"{member.Name}={((YamlText)member.Value).Text}")
            .ShouldBe(["a=1", "b=3"], ignoreOrder: true);
    }

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        const string pieces = "a b:-,[]{}&*!|>'\"%@`#?\n\r\t ~0<.=";
        var gen = Gen.OneOf(
            Gen.Char[pieces].Array[0, 60].Select(characters => new string(characters)),
            Gen.String[0, 40],
            Gen.OneOf(new[]
            {
                "a: {b: c\nd: e: f\n", "- - - a\n  b", "? a\n? b\n", "&a &b c", "%YAML 9.9\n---\n",
                "a: |\n  x\n y", "\uFEFF\uFEFFa: b", "'\\u12'",
            }.Select(text => Gen.Const(text)).ToArray()));

        gen.Sample(
            text =>
            {
                _ = YamlReader.Read(text);
                _ = Checked.File(text).Problems;
            },
            iter: 20_000);
    }
}
