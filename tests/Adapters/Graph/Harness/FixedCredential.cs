using Azure.Core;

namespace HelpDesk.Adapters.Tests.Graph.Harness;

/// <summary>Gives the same token for everything.</summary>
public sealed class FixedCredential(string token = FixedCredential.Token) : TokenCredential
{
    public const string Token = "token-that-nobody-may-log";

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(token, DateTimeOffset.UtcNow.AddHours(1));

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
}
