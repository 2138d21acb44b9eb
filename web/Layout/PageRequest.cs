using System.Buffers.Text;
using System.Security.Cryptography;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Layout;

/// <summary>What is known of a request before its handler runs.</summary>
public sealed class PageRequest
{
    private const int NonceBytes = 18;

    /// <summary>Lets one inline script of this one answer run.</summary>
    public string Nonce { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));

    /// <summary>Who is signed in; null = no one.</summary>
    public Viewer? Viewer { get; set; }

    /// <summary>The kill switch while it is on; null while it is off.</summary>
    public KillSwitchState? Frozen { get; set; }

    /// <summary>Starts a request.</summary>
    internal static PageRequest Begin(HttpContext http)
    {
        var request = new PageRequest();
        http.Features.Set(request);
        return request;
    }

    /// <summary>That of a request.</summary>
    /// <exception cref="InvalidOperationException">The host called a handler past the pipeline.</exception>
    public static PageRequest Of(HttpContext http) =>
        http.Features.Get<PageRequest>() ?? throw new InvalidOperationException("Pages are called through WebPipeline.");

    /// <summary>Who is signed in, on a route that asks for it.</summary>
    public static Viewer ViewerOf(HttpContext http) =>
        Of(http).Viewer ?? throw new InvalidOperationException("This route lets in people who are not signed in.");
}
