namespace Amazon.Lambda.Core;

/// <summary>
/// Names the serializer of one handler or of a whole assembly; read by Lambda's managed runtime, not by a function that starts
/// itself.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = false)]
public sealed class LambdaSerializerAttribute : Attribute
{
    /// <summary>Names the serializer.</summary>
    /// <param name="serializerType">An <see cref="ILambdaSerializer"/> with a constructor without parameters.</param>
    public LambdaSerializerAttribute(Type serializerType) => SerializerType = serializerType;

    /// <summary>An <see cref="ILambdaSerializer"/> with a constructor without parameters.</summary>
    public Type SerializerType { get; set; }
}
