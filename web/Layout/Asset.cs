using System.Security.Cryptography;

namespace HelpDesk.Web.Layout;

/// <summary>A file in this assembly. Its address names its content, so that it may be kept for ever.</summary>
public sealed class Asset
{
    private const int VersionLength = 12;

    private Asset(string name, string contentType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource '{name}' is not in the assembly.");
        Content = new byte[stream.Length];
        stream.ReadExactly(Content);
        (Name, ContentType) = (name, contentType);
        Url = $"/assets/{name}?v={Convert.ToHexStringLower(SHA256.HashData(Content))[..VersionLength]}";
    }

    /// <summary>The one stylesheet.</summary>
    public static Asset Stylesheet { get; } = new("helpdesk.css", "text/css; charset=utf-8");

    /// <summary>The icon of the browser's tab.</summary>
    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    /// <summary>All that are served.</summary>
    public static IReadOnlyList<Asset> All { get; } = [Stylesheet, Icon];

    /// <summary>File name.</summary>
    public string Name { get; }

    /// <summary>Media type.</summary>
    public string ContentType { get; }

    /// <summary>Address with the version.</summary>
    public string Url { get; }

    internal byte[] Content { get; }
}
