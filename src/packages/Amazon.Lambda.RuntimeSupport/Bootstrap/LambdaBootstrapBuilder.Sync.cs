using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class LambdaBootstrapBuilder
{
    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Action)"/>
    public static LambdaBootstrapBuilder Create(Action handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Action{Stream})"/>
    public static LambdaBootstrapBuilder Create(Action<Stream> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TInput}(Action{TInput}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Action{ILambdaContext})"/>
    public static LambdaBootstrapBuilder Create(Action<ILambdaContext> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Action{Stream, ILambdaContext})"/>
    public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TInput}(Action{TInput, ILambdaContext}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{Stream})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{Stream, Stream})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, Stream> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TInput}(Func{TInput, Stream}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{ILambdaContext, Stream})"/>
    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Stream> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper(Func{Stream, ILambdaContext, Stream})"/>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Stream> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TInput}(Func{TInput, ILambdaContext, Stream}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TOutput}(Func{TOutput}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TOutput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TOutput}(Func{Stream, TOutput}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TOutput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TInput, TOutput}(Func{TInput, TOutput}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput, TOutput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TOutput}(Func{ILambdaContext, TOutput}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TOutput>(handler, serializer));

    /// <inheritdoc cref="HandlerWrapper.GetHandlerWrapper{TOutput}(Func{Stream, ILambdaContext, TOutput}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TOutput>(handler, serializer));

    /// <inheritdoc
    ///     cref="HandlerWrapper.GetHandlerWrapper{TInput, TOutput}(Func{TInput, ILambdaContext, TOutput}, ILambdaSerializer)"/>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper<TInput, TOutput>(handler, serializer));
}
