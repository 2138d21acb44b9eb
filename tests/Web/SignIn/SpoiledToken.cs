using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace HelpDesk.Web.Tests.SignIn;

/// <summary>What can be wrong with an ID token.</summary>
public static class SpoiledToken
{
    public static void Spoil(SecurityTokenDescriptor token, string fault, RSA stranger)
    {
        switch (fault)
        {
            case "issuer": token.Issuer = "https://evil.example/v2.0"; break;
            case "issuer-of-another-tenant": token.Issuer = token.Issuer.Replace("0001", "0002", StringComparison.Ordinal); break;
            case "audience": token.Audience = IdentityProvider.Tenant; break;
            // Beyond the five minutes by which clocks may differ.
            case "expired": (token.NotBefore, token.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddMinutes(-6)); break;
            case "not-yet-valid": token.NotBefore = DateTime.UtcNow.AddMinutes(6); break;
            case "other-key": token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(stranger.ExportParameters(true)) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256); break;
            case "unsigned": token.SigningCredentials = null; break;
            case "nonce": token.Claims["nonce"] = "of another request"; break;
            case "no-nonce": token.Claims.Remove("nonce"); break;
            case "tenant": token.Claims["tid"] = IdentityProvider.Client; break;
            case "no-tenant": token.Claims.Remove("tid"); break;
            case "no-object-id": token.Claims.Remove("oid"); break;
            case "object-id-is-no-guid": token.Claims["oid"] = "admin"; break;
            default: throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault.");
        }
    }
}
