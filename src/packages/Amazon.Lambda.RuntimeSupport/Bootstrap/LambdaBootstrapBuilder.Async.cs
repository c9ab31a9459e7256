using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class LambdaBootstrapBuilder
{
    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{Task})"/>
    public static LambdaBootstrapBuilder Create(Func<Task> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{Stream, Task})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, Task> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TInput}(Func{TInput, Task}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{ILambdaContext, Task})"/>
    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{Stream, ILambdaContext, Task})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TInput}(Func{TInput, ILambdaContext, Task}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{Task{Stream}})"/>
    public static LambdaBootstrapBuilder Create(Func<Task<Stream>> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{Stream, Task{Stream}})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, Task<Stream>> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TInput}(Func{TInput, Task{Stream}}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{ILambdaContext, Task{Stream}})"/>
    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task<Stream>> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{Stream, ILambdaContext, Task{Stream}})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc
    ///     cref="HandlerWrapper.GetHandlerWrapper{TInput}(Func{TInput, ILambdaContext, Task{Stream}}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TOutput}(Func{Task{TOutput}}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TOutput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TOutput}(Func{Stream, Task{TOutput}}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TOutput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TInput, TOutput}(Func{TInput, Task{TOutput}}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput, TOutput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TOutput}(Func{ILambdaContext, Task{TOutput}}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TOutput>(handler, serializer));

    /// <inheritdoc
    ///     cref="HandlerWrapper.GetHandlerWrapper{TOutput}(Func{Stream, ILambdaContext, Task{TOutput}}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TOutput>(handler, serializer));

    /// <inheritdoc
    ///     cref="HandlerWrapper.GetHandlerWrapper{TInput, TOutput}(Func{TInput, ILambdaContext, Task{TOutput}},
    /// ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput, TOutput>(handler, serializer));
}
