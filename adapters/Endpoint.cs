namespace HelpDesk.Adapters;

/// <summary>Decides whether an address of settings may be called: secrets and ticket texts never travel in clear.</summary>
internal static class Endpoint
{
    /// <summary>What is wrong with an address; null when it may be called. The verdict never repeats the address.</summary>
    /// <param name="setting">Name of the setting, for the message.</param>
    /// <param name="address">Its value.</param>
    public static string? Fault(string setting, string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return $"{setting} must be an absolute address (https://...).";
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            return $"{setting} must be https (http only on this machine itself, 127.0.0.1 or localhost).";
        return uri.UserInfo.Length > 0 ? $"{setting} must not hold a user name or password." : null;
    }

    /// <summary>The address as a base for relative ones: with a slash at its end.</summary>
    public static Uri Base(string address) => new(address.EndsWith('/') ? address : address + "/", UriKind.Absolute);
}
