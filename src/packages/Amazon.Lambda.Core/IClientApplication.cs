namespace Amazon.Lambda.Core;

/// <summary>The mobile application that invoked the function; each value is null when the client did not send it.</summary>
public interface IClientApplication
{
    /// <summary>The package, such as <c>com.example.shop</c>.</summary>
    string AppPackageName { get; }

    /// <summary>The title that the user sees.</summary>
    string AppTitle { get; }

    /// <summary>The build number, as text.</summary>
    string AppVersionCode { get; }

    /// <summary>The version that the user sees.</summary>
    string AppVersionName { get; }

    /// <summary>One installation on one device.</summary>
    string InstallationId { get; }
}
