using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Requests;

/// <summary>Headers of every answer: nothing from elsewhere, no frame, no referrer, no cache, no script but the one with the nonce.</summary>
internal static class SecurityHeaders
{
    /// <summary>Sets them; a handler may loosen <c>Cache-Control</c> for what holds nothing of anybody.</summary>
    public static void Set(IHeaderDictionary headers, string nonce, bool isHttps)
    {
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'nonce-{nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (isHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}
