using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Channels.Http;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Channels.Answers;

/// <summary>
/// Answers of each receiver as its public documents and its users' reports give them, and what they mean: the message was sent,
/// may be sent again after so many seconds, or is given up, and in which words. The files of this folder hold them and their
/// sources.
/// </summary>
public sealed class AnswerTableTests
{
    private const string Token = "wechat-token";

    private static readonly ImmutableArray<string> Names =
        [.. ChannelCatalogue.All.Select(channel => channel.Kind.ToKebabCase()).Append(Token)];

    public static TheoryData<string, int> Answers =>
        new(Names.SelectMany(name => AnswerTable.Read(name).Select(answer => (name, answer.Line))));

    public static TheoryData<string> Channels => [.. Names];

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_means_what_the_receiver_says(string channel, int line)
    {
        var answer = AnswerTable.Read(channel).Single(each => each.Line == line);

        var told = Read(channel, answer.Answer);

        Wildcard.Matches(told, answer.Expected).ShouldBeTrue(told);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void Each_channel_has_twenty_answers_and_more_of_each_class(string channel)
    {
        var answers = AnswerTable.Read(channel);

        answers.Length.ShouldBeGreaterThanOrEqualTo(20);
        answers.Select(each => $"{each.Answer.Status} {each.Answer.Body} {string.Join(';', each.Answer.Headers)}").ShouldBeUnique();
        foreach (var begin in (string[])[channel is Token ? "token " : "sent: ", "retry ", "give up: "])
            answers.ShouldContain(each => each.Expected.StartsWith(begin, StringComparison.Ordinal), begin);
    }

    private static string Read(string name, HttpAnswer answer)
    {
        if (name is not Token)
            return ChannelCatalogue.All.Single(channel => channel.Kind.ToKebabCase() == name).Read(answer).Tell();
        return ChannelCatalogue.All.OfType<ITokenChannel>().Single().ReadToken(answer) switch
        {
            TokenResult.Found(var token, var lifetime) => $"token {token} for {lifetime.TotalSeconds} s",
            TokenResult.Failed(var result) => result.Tell(),
            _ => throw new InvalidOperationException(),
        };
    }
}
