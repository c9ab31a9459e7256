namespace Amazon.Lambda.Core;

/// <summary>How grave a log message is. <c>AWS_LAMBDA_LOG_LEVEL</c> sets the least that is written.</summary>
public enum LogLevel
{
    /// <summary>Every step; may hold payloads.</summary>
    Trace = 0,

    /// <summary>What helps in development.</summary>
    Debug = 1,

    /// <summary>The normal course of things; the default threshold.</summary>
    Information = 2,

    /// <summary>Unexpected, but handled.</summary>
    Warning = 3,

    /// <summary>The current work failed.</summary>
    Error = 4,

    /// <summary>The function cannot go on.</summary>
    Critical = 5,
}
