using Azure.Core;
using HelpDesk.Adapters.Graph;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>An app registration of the simulated tenant for each identity.</summary>
public sealed class SimulatedIdentities(Uri simulator) : IGraphCredentials
{
    public static string ClientIdOf(GraphIdentity identity) => $"client-{identity}";

    public TokenCredential Of(GraphIdentity identity) => new SimulatorCredential(simulator, ClientIdOf(identity));
}
