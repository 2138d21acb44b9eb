using Azure.Core;

namespace HelpDesk.Adapters.Graph;

/// <summary>What each identity signs in to Graph with. A head may register its own.</summary>
public interface IGraphCredentials
{
    /// <summary>The credential of one identity. Called once for each.</summary>
    TokenCredential Of(GraphIdentity identity);
}
