using Azure.Core;
using HelpDesk.Adapters.Graph;

namespace HelpDesk.Adapters.Tests.Graph.Harness;

/// <summary>A token for each identity that names it.</summary>
public sealed class CredentialsByIdentity : IGraphCredentials
{
    public static string TokenOf(GraphIdentity identity) => $"{FixedCredential.Token}-{identity}";

    public TokenCredential Of(GraphIdentity identity) => new FixedCredential(TokenOf(identity));
}
