using System.Collections.Immutable;
using Watchkeeper.Text;

namespace Watchkeeper.Services;

/// <summary>What a pattern of a service is compared with. Of patterns that are equally specific, the earlier kind wins.</summary>
public enum BelongingKind
{
    /// <summary>The ARN of a resource or an alarm.</summary>
    Arn,

    /// <summary>The name of an Auto Scaling group.</summary>
    AutoScalingGroup,

    /// <summary>The name of a load balancer or a target group.</summary>
    LoadBalancer,

    /// <summary>The name of an RDS database or cluster, or of a DynamoDB table.</summary>
    Database,

    /// <summary>The name of an SQS queue.</summary>
    Queue,

    /// <summary>Tags of an alarm.</summary>
    Tags,

    /// <summary>The name of an alarm or a resource.</summary>
    Name,
}

/// <summary>Something that belongs to a service.</summary>
/// <param name="Kind">What the patterns are compared with.</param>
/// <param name="Pattern">
/// A pattern in which <c>*</c> stands for any characters; empty for <see cref="BelongingKind.Tags"/>.
/// </param>
public sealed record Belonging(BelongingKind Kind, string Pattern)
{
    /// <summary>For <see cref="BelongingKind.Tags"/>: keys and patterns of their values, all of which must match.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>
    /// How specific it is: something without a star before any pattern, then the pattern with more characters of its own. Of an
    /// ARN only the resource's name counts, because the parts before it are long and say little.
    /// </summary>
    internal (bool IsExact, int Literals) Specificity => Kind is BelongingKind.Tags
        ? (Tags.All(tag => !tag.Value.Contains('*', StringComparison.Ordinal)),
            Tags.Sum(tag => StarPattern.LiteralLength(tag.Value)))
        : (!Pattern.Contains('*', StringComparison.Ordinal), StarPattern.LiteralLength(NamePart));

    private ReadOnlySpan<char> NamePart => Kind is BelongingKind.Arn
        ? Pattern.AsSpan()[(Pattern.AsSpan().LastIndexOfAny(':', '/') + 1)..]
        : Pattern;
}
