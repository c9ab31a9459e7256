using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class HandlerWrapper
{
    /// <summary>An asynchronous handler that takes nothing, and answers with an empty body.</summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) =>
        Silent(null, _ => handler());

    /// <summary>An asynchronous handler that takes the payload as it is, and answers with an empty body.</summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) =>
        Silent(null, i => handler(i.InputStream));

    /// <summary>
    /// An asynchronous handler that takes the payload as the serializer reads it, and answers with an empty body.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Silent(serializer, i => handler(serializer.Deserialize<TInput>(i.InputStream)));

    /// <summary>An asynchronous handler that takes the context, and answers with an empty body.</summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) =>
        Silent(null, i => handler(i.LambdaContext));

    /// <summary>
    /// An asynchronous handler that takes the payload as it is and the context, and answers with an empty body.
    /// </summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        Silent(null, i => handler(i.InputStream, i.LambdaContext));

    /// <summary>
    /// An asynchronous handler that takes the payload as the serializer reads it and the context, and answers with an empty body.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        Silent(serializer, i => handler(serializer.Deserialize<TInput>(i.InputStream), i.LambdaContext));

    /// <summary>An asynchronous handler that takes nothing, and answers with the stream that it returns, never null.</summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) =>
        Raw(null, _ => handler());

    /// <summary>
    /// An asynchronous handler that takes the payload as it is, and answers with the stream that it returns, never null.
    /// </summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) =>
        Raw(null, i => handler(i.InputStream));

    /// <summary>
    /// An asynchronous handler that takes the payload as the serializer reads it, and answers with the stream that it returns,
    /// never null.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Raw(serializer, i => handler(serializer.Deserialize<TInput>(i.InputStream)));

    /// <summary>
    /// An asynchronous handler that takes the context, and answers with the stream that it returns, never null.
    /// </summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) =>
        Raw(null, i => handler(i.LambdaContext));

    /// <summary>
    /// An asynchronous handler that takes the payload as it is and the context, and answers with the stream that it returns,
    /// never null.
    /// </summary>
    /// <param name="handler">Called for each invocation.</param>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        Raw(null, i => handler(i.InputStream, i.LambdaContext));

    /// <summary>
    /// An asynchronous handler that takes the payload as the serializer reads it and the context, and answers with the stream
    /// that it returns, never null.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Raw(serializer, i => handler(serializer.Deserialize<TInput>(i.InputStream), i.LambdaContext));

    /// <summary>
    /// An asynchronous handler that takes nothing, and answers with what it returns, as the serializer writes it.
    /// </summary>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(serializer, _ => handler());

    /// <summary>
    /// An asynchronous handler that takes the payload as it is, and answers with what it returns, as the serializer writes it.
    /// </summary>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(serializer, i => handler(i.InputStream));

    /// <summary>
    /// An asynchronous handler that takes the payload as the serializer reads it, and answers with what it returns, as the
    /// serializer writes it.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(serializer, i => handler(serializer.Deserialize<TInput>(i.InputStream)));

    /// <summary>
    /// An asynchronous handler that takes the context, and answers with what it returns, as the serializer writes it.
    /// </summary>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(serializer, i => handler(i.LambdaContext));

    /// <summary>
    /// An asynchronous handler that takes the payload as it is and the context, and answers with what it returns, as the
    /// serializer writes it.
    /// </summary>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(serializer, i => handler(i.InputStream, i.LambdaContext));

    /// <summary>
    /// An asynchronous handler that takes the payload as the serializer reads it and the context, and answers with what it
    /// returns, as the serializer writes it.
    /// </summary>
    /// <typeparam name="TInput">What the payload is read as.</typeparam>
    /// <typeparam name="TOutput">What is written as the response.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the input and writes the output.</param>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(serializer, i => handler(serializer.Deserialize<TInput>(i.InputStream), i.LambdaContext));
}
