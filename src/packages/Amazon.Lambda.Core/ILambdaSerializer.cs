namespace Amazon.Lambda.Core;

/// <summary>Turns an invocation's payload into the handler's input, and the handler's output into the response.</summary>
public interface ILambdaSerializer
{
    /// <summary>Reads one value; the stream stays open.</summary>
    /// <typeparam name="T">The handler's input type.</typeparam>
    /// <param name="requestStream">The whole payload.</param>
    T Deserialize<T>(Stream requestStream);

    /// <summary>Writes one value; the stream stays open.</summary>
    /// <typeparam name="T">The handler's output type.</typeparam>
    /// <param name="response">The value; null is written as the serializer's null.</param>
    /// <param name="responseStream">Where the response goes.</param>
    void Serialize<T>(T response, Stream responseStream);
}
