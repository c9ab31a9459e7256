namespace Amazon.Lambda.Core;

/// <summary>
/// What a caller put into the <c>ClientContext</c> of the Invoke operation (base64 JSON of at most 3,583 bytes).
/// </summary>
public interface IClientContext
{
    /// <summary>The <c>env</c> object: the device's environment, as the AWS Mobile SDK reports it.</summary>
    IDictionary<string, string> Environment { get; }

    /// <summary>The <c>client</c> object.</summary>
    IClientApplication Client { get; }

    /// <summary>The <c>custom</c> object: whatever the calling application added.</summary>
    IDictionary<string, string> Custom { get; }
}
