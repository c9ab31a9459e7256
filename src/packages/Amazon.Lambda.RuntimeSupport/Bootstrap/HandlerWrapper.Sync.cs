using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class HandlerWrapper
{
    /// <summary>A synchronous handler that takes nothing, and answers with an empty body.</summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Action handler) =>
        Silent(null, _ => Done(() => handler()));

    /// <summary>A synchronous handler that takes the payload as it is, and answers with an empty body.</summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) =>
        Silent(null, i => Done(() => handler(i.InputStream)));

    /// <summary>
    /// A synchronous handler that takes the payload as the serializer reads it, and answers with an empty body.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        Silent(serializer, i => Done(() => handler(serializer.Deserialize<TInput>(i.InputStream))));

    /// <summary>A synchronous handler that takes the context, and answers with an empty body.</summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) =>
        Silent(null, i => Done(() => handler(i.LambdaContext)));

    /// <summary>A synchronous handler that takes the payload as it is and the context, and answers with an empty body.</summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        Silent(null, i => Done(() => handler(i.InputStream, i.LambdaContext)));

    /// <summary>
    /// A synchronous handler that takes the payload as the serializer reads it and the context, and answers with an empty body.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        Silent(serializer, i => Done(() => handler(serializer.Deserialize<TInput>(i.InputStream), i.LambdaContext)));

    /// <summary>A synchronous handler that takes nothing, and answers with the stream that it returns, never null.</summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) =>
        Raw(null, _ => Task.FromResult(handler()));

    /// <summary>
    /// A synchronous handler that takes the payload as it is, and answers with the stream that it returns, never null.
    /// </summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) =>
        Raw(null, i => Task.FromResult(handler(i.InputStream)));

    /// <summary>
    /// A synchronous handler that takes the payload as the serializer reads it, and answers with the stream that it returns,
    /// never null.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        Raw(serializer, i => Task.FromResult(handler(serializer.Deserialize<TInput>(i.InputStream))));

    /// <summary>A synchronous handler that takes the context, and answers with the stream that it returns, never null.</summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) =>
        Raw(null, i => Task.FromResult(handler(i.LambdaContext)));

    /// <summary>
    /// A synchronous handler that takes the payload as it is and the context, and answers with the stream that it returns, never
    /// null.
    /// </summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        Raw(null, i => Task.FromResult(handler(i.InputStream, i.LambdaContext)));

    /// <summary>
    /// A synchronous handler that takes the payload as the serializer reads it and the context, and answers with the stream that
    /// it returns, never null.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        Raw(serializer, i => Task.FromResult(handler(serializer.Deserialize<TInput>(i.InputStream), i.LambdaContext)));

    /// <summary>
    /// A synchronous handler that takes nothing, and answers with what it returns, as the serializer writes it.
    /// </summary>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        Written(serializer, _ => Task.FromResult(handler()));

    /// <summary>
    /// A synchronous handler that takes the payload as it is, and answers with what it returns, as the serializer writes it.
    /// </summary>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        Written(serializer, i => Task.FromResult(handler(i.InputStream)));

    /// <summary>
    /// A synchronous handler that takes the payload as the serializer reads it, and answers with what it returns, as the
    /// serializer writes it.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        Written(serializer, i => Task.FromResult(handler(serializer.Deserialize<TInput>(i.InputStream))));

    /// <summary>
    /// A synchronous handler that takes the context, and answers with what it returns, as the serializer writes it.
    /// </summary>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Written(serializer, i => Task.FromResult(handler(i.LambdaContext)));

    /// <summary>
    /// A synchronous handler that takes the payload as it is and the context, and answers with what it returns, as the serializer
    /// writes it.
    /// </summary>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Written(serializer, i => Task.FromResult(handler(i.InputStream, i.LambdaContext)));

    /// <summary>
    /// A synchronous handler that takes the payload as the serializer reads it and the context, and answers with what it returns,
    /// as the serializer writes it.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Written(serializer, i => Task.FromResult(handler(serializer.Deserialize<TInput>(i.InputStream), i.LambdaContext)));
}
