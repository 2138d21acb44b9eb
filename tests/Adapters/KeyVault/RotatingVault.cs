using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace HelpDesk.Adapters.Tests.KeyVault;

/// <summary>A vault whose keys have versions, as Key Vault answers: sign and verify by the current one or a named one, and the list of all.</summary>
internal sealed class RotatingVault : IDisposable
{
    private readonly List<(string Name, ECDsa Key, bool IsEnabled)> _versions = [];

    public RotatingVault() => Rotate();

    /// <summary>Versions of a page of the list.</summary>
    public int PageSize { get; init; } = 2;

    /// <summary>Makes a new version, which is the current one from now on.</summary>
    public string Rotate()
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _versions.Add((name, ECDsa.Create(ECCurve.NamedCurves.nistP256), true));
        return name;
    }

    /// <summary>Switches a version off, as an administrator does.</summary>
    public void Disable(string version) => _versions[_versions.FindIndex(each => each.Name == version)] = _versions.Find(each => each.Name == version) with { IsEnabled = false };

    public HttpResponseMessage Answer(HttpRequestMessage request, string body)
    {
        // /keys/NAME[/VERSION]/sign|verify, /keys/NAME/versions
        var address = request.RequestUri!;
        var parts = address.AbsolutePath.Trim('/').Split('/');
        var key = $"{address.Scheme}://{address.Authority}/keys/{parts[1]}";
        if (parts[^1] == "versions")
            return Json(Page(key, address));
        var version = parts.Length == 4 ? _versions.Find(each => each.Name == parts[2]) : _versions[^1];
        if (version.Key is null)
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        if (!version.IsEnabled)
            return new HttpResponseMessage(HttpStatusCode.Forbidden);
        using var asked = JsonDocument.Parse(body);
        byte[] Bytes(string name) => Base64Url.DecodeFromChars(asked.RootElement.GetProperty(name).GetString());
        return parts[^1] == "sign"
            ? Json(new { kid = $"{key}/{version.Name}", value = Base64Url.EncodeToString(version.Key.SignHash(Bytes("value"))) })
            : Json(new { value = version.Key.VerifyHash(Bytes("digest"), Bytes("value")) });
    }

    public void Dispose() => _versions.ForEach(static version => version.Key.Dispose());

    private object Page(string key, Uri address)
    {
        var from = int.TryParse(address.Query.Split("skip=").ElementAtOrDefault(1), out var skip) ? skip : 0;
        var value = _versions.Skip(from).Take(PageSize).Select(version => new { kid = $"{key}/{version.Name}", attributes = new { enabled = version.IsEnabled } });
        var nextLink = from + PageSize < _versions.Count ? $"{key}/versions?api-version=7.4&skip={from + PageSize}" : null;
        return new { value, nextLink };
    }

    private static HttpResponseMessage Json(object answer) => new(HttpStatusCode.OK) { Content = JsonContent.Create(answer) };
}
