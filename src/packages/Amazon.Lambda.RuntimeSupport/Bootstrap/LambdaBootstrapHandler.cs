namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Handles one invocation.</summary>
/// <param name="invocation">The payload and its context; disposed by the caller.</param>
/// <returns>The response; null answers with an empty body.</returns>
public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);

/// <summary>Runs once before the first invocation.</summary>
/// <returns>False ends the process without taking any invocation.</returns>
public delegate Task<bool> LambdaBootstrapInitializer();
