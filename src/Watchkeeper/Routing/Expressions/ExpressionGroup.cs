namespace Watchkeeper.Routing.Expressions;

/// <summary>A group that is being parsed.</summary>
internal sealed class ExpressionGroup(ExpressionFlags outerFlags, bool isCapture)
{
    private readonly List<ExpressionNode> alternatives = [];
    private List<ExpressionNode> parts = [];

    /// <summary>The flags that hold after the group.</summary>
    public ExpressionFlags OuterFlags => outerFlags;

    /// <summary>What a quantifier would apply to; null if there is nothing.</summary>
    public ExpressionNode? Last
    {
        get => parts.Count > 0 ? parts[^1] : null;
        set => parts[^1] = value!;
    }

    /// <summary>Adds a part to the last alternative.</summary>
    public void Add(ExpressionNode part) => parts.Add(part);

    /// <summary>Ends an alternative.</summary>
    public void BeginAlternative()
    {
        alternatives.Add(BuildSequence());
        parts = [];
    }

    /// <summary>The whole group.</summary>
    public ExpressionNode Build()
    {
        BeginAlternative();
        var built = alternatives.Count == 1 ? alternatives[0] : new ChoiceNode(alternatives);
        return isCapture ? new CaptureNode(built) : built;
    }

    private ExpressionNode BuildSequence() => parts.Count switch
    {
        0 => new EmptyNode(),
        1 => parts[0],
        _ => new SequenceNode(parts),
    };
}
