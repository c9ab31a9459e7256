using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>Alertmanager's <c>http_config</c> and what it holds. Watchkeeper's own HTTP rules take its place.</summary>
internal static class HttpKeys
{
    /// <summary>Why these keys have no effect.</summary>
    private const string Own = "has no effect: Watchkeeper's own rules for HTTP calls take its place";

    private static readonly MapSchema Tls = new(
        "tls_config", "a TLS configuration",
        Unused("ca_file"), Unused("cert_file"), Unused("key_file"), Unused("server_name"),
        Unused("min_version"), Unused("max_version"),
        new KeySchema("insecure_skip_verify", Formats.Flag, "Whether certificates are left unchecked.")
        {
            Note = "has no effect: Watchkeeper checks every certificate",
        });

    private static readonly MapSchema OAuth2 = new(
        "oauth2", "an OAuth 2.0 configuration",
        Unused("client_id"), SecretKeys.Key("client_secret", "The client's secret."),
        SecretKeys.File("client_secret_file", "client_secret"),
        new KeySchema("scopes", new ListSchema("a list of scopes", Formats.Text), "The scopes to ask for."),
        Unused("token_url"),
        new KeySchema("endpoint_params", new DictionarySchema("a map of parameters", Formats.Text), "Further parameters."),
        Unused("proxy_url"), TlsKey);

    private static readonly MapSchema BasicAuth = new(
        "basic_auth", "a name and a password",
        Unused("username"), SecretKeys.Key("password", "The password."), SecretKeys.File("password_file", "password"));

    private static readonly MapSchema Authorization = new(
        "authorization", "an authorization header",
        Unused("type"), SecretKeys.Key("credentials", "The credentials."), SecretKeys.File("credentials_file", "credentials"));

    private static readonly MapSchema Http = new(
        "http_config", "an HTTP configuration",
        new KeySchema("basic_auth", BasicAuth, "A name and a password."),
        new KeySchema("authorization", Authorization, "An authorization header."),
        new KeySchema("oauth2", OAuth2, "OAuth 2.0."),
        SecretKeys.Key("bearer_token", "A bearer token (deprecated in Alertmanager)."),
        SecretKeys.File("bearer_token_file", "bearer_token"),
        Unused("proxy_url"),
        new KeySchema(
            "proxy_connect_header",
            new DictionarySchema("a map of headers", new ListSchema("a list of values", SecretKeys.Value)),
            "Headers for the proxy."),
        TlsKey,
        new KeySchema("follow_redirects", Formats.Flag, "Whether redirects are followed."),
        new KeySchema("enable_http2", Formats.Flag, "Whether HTTP/2 is used."));

    /// <summary>The key <c>http_config</c>.</summary>
    public static KeySchema Key { get; } = new("http_config", Http, "Alertmanager's HTTP configuration.") { Note = Own };

    /// <summary>The key <c>tls_config</c>.</summary>
    public static KeySchema TlsKey => new("tls_config", Tls, "Alertmanager's TLS configuration.");

    private static KeySchema Unused(string name) => new(name, Formats.Text, $"Alertmanager's {name}.");
}
