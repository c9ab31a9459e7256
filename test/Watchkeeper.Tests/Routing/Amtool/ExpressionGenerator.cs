namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>Random expressions with values, some of which match. Some expressions are broken.</summary>
internal sealed class ExpressionGenerator(int seed)
{
    private static readonly string[] Characters =
    [
        "a", "a", "b", "b", "k", "K", "s", "x", "Z", "0", "7", "_", "-", " ", "\n", "é", "É", "ß", "ſ", "\u212a", "σ", "ς", "警",
        "🔥", "\u00a0",
        "ǆ", "І", "\u2028", ",", "/", ":",
    ];

    private static readonly (string Expression, string Sample)[] Atoms =
    [
        (".", "x"), (".", "\n"), (@"\d", "7"), (@"\D", "a"), (@"\w", "_"), (@"\W", "é"), (@"\s", " "), (@"\S", "\v"), (@"\pL",
        "警"),
        (@"\p{Lu}", "É"), (@"\P{Lu}", "a"), (@"\p{^Nd}", "x"), (@"\pN", "7"), (@"\p{Greek}", "σ"), (@"\p{Han}", "警"),
        (@"\P{Latin}", "7"),
        (@"\p{Cyrillic}", "І"), ("[[:alpha:]]", "a"), ("[[:^alpha:]]", "0"), ("[[:word:][:space:]]", "\n"), ("[a-k]", "b"),
        ("[^a-k]", "x"),
        (@"[\d\-x]", "-"), ("[é-ſ]", "ſ"), ("[🔥警]", "🔥"), (@"[^\pL🔥]", "0"), ("[]a]", "]"), ("[a-b-]", "-"),
        (@"[\x41-\x{1F525}]", "警"),
        ("^", ""), ("$", ""), (@"\A", ""), (@"\z", ""), (@"\b", ""), (@"\B", ""), ("", ""), (@"\Qa.b\E", "a.b"), (@"\Q*\E", "*"),
        (@"\x41", "A"), (@"\x{10FFFF}", "\U0010FFFF"), (@"\101", "A"), (@"\n", "\n"), (@"\.", "."), (@"\$", "$"), (@"\/", "/"),
        ("{", "{"),
        ("}", "}"), ("]", "]"), ("{,2}", "{,2}"), ("(?i)", ""), ("(?-i)", ""), ("(?s)", ""), ("(?m)", ""), ("(?U)", ""),
        ("(?im-s)", ""),
    ];

    private static readonly string[] Openings = ["(", "(", "(?:", "(?:", "(?i:", "(?s:", "(?m:", "(?-s:", "(?U:", "(?i-m:"];

    private static readonly string[] Broken =
    [
        "(", ")", "[", "]", "*", "+", "?", "{2}", "{3,2}", "{1001}", "{1000}{2}", "\\", @"\1", @"\C", @"\Q", @"\E", @"\Z",
        @"\p{Foo}", @"\pZ",
        @"\x{", @"\x{110000}", "(?", "(?=", "(?!", "(?<n>", "(?P<n>", "(?P<é>", "(?P=n)", "(?i", "(?#", "(?>", "[[:foo:]]",
        "[z-a]", "|", "^*",
        "(?i)*", "[a-\\d]", @"\8", @"\0", "(?z)", "a**", "(a{100}){11}", "(a{1000}){0}", "{0}", "((a{0}){1000}){1000}", "|*",
        "(|*", "$?", "\\b+",
    ];

    private readonly Random random = new(seed);
    private int names;

    /// <summary>The next expression with values.</summary>
    public ExpressionCase Next()
    {
        names = 0;
        var (expression, sample) = Choice(0);
        if (random.Next(6) == 0)
            expression = expression.Insert(CharacterBoundary(expression), Pick(Broken));
        string[] values = [sample, Mutate(sample), Mutate(sample), sample + Pick(Characters), Text(), Text(), ""];
        return new(expression, [.. values.Distinct()]);
    }

    private (string Expression, string Sample) Choice(int depth)
    {
        var alternatives = Enumerable.Range(0, random.Next(4) == 0 ? random.Next(2, 4) : 1).Select(_ => Sequence(depth)).ToList();
        return (string.Join('|', alternatives.Select(each => each.Expression)), Pick([.. alternatives]).Sample);
    }

    private (string Expression, string Sample) Sequence(int depth)
    {
        var (expression, sample) = ("", "");
        for (var left = random.Next(0, 5 - depth); left >= 0; left--)
        {
            var next = Part(depth);
            (expression, sample) = (expression + next.Expression, sample + next.Sample);
        }

        return (expression, sample);
    }

    private (string Expression, string Sample) Part(int depth)
    {
        var (expression, sample) = random.Next(10) switch
        {
            < 4 => Literal(),
            < 8 => Pick(Atoms),
            _ when depth < 3 => Group(depth),
            _ => Literal(),
        };
        if (random.Next(3) > 0)
            return (expression, sample);
        var (quantifier, times) = random.Next(9) switch
        {
            0 => ("*", random.Next(3)),
            1 => ("+", 2),
            2 => ("?", 0),
            3 => ("*?", 1),
            4 => ("{2}", 2),
            5 => ("{0,2}", random.Next(3)),
            6 => ("{1,}", 1),
            7 => ("{3,5}?", random.Next(3, 6)),
            _ => ("??", 1),
        };
        return (expression + quantifier, string.Concat(Enumerable.Repeat(sample, times)));
    }

    private (string Expression, string Sample) Group(int depth)
    {
        var (expression, sample) = Choice(depth + 1);
        var opening = random.Next(8) == 0 ? $"(?P<n{names++}>" : Pick(Openings);
        return ($"{opening}{expression})", sample);
    }

    private (string Expression, string Sample) Literal()
    {
        var character = Pick(Characters);
        return (character, character);
    }

    private string Mutate(string text)
    {
        var at = CharacterBoundary(text);
        return random.Next(3) switch
        {
            0 => text.Insert(at, Pick(Characters)),
            1 => text[..at],
            _ => text[at..].ToUpperInvariant() + text[..at],
        };
    }

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pick(Characters)));

    private int CharacterBoundary(string text)
    {
        var at = random.Next(text.Length + 1);
        return at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
