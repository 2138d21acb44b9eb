using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Core;
using Microsoft.Extensions.Options;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace HelpDesk.Adapters.AzureOpenAI;

/// <summary>Makes clients of the deployments, signed in with a key or the credential.</summary>
internal sealed class AzureOpenAIChat(IHttpClientFactory clients, IOptions<AzureOpenAIOptions> options, Func<TokenCredential> credential)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "azure-openai";

    private readonly Lazy<TokenCredential> _credential = new(credential);

    /// <summary>The settings.</summary>
    public AzureOpenAIOptions Options => options.Value;

    /// <summary>A client for one call of the language model.</summary>
    public ChatClient Client() => Service().GetChatClient(Options.Deployment);

    /// <summary>A client for one call of the embedding model.</summary>
    public EmbeddingClient Embeddings() => Service().GetEmbeddingClient(Options.EmbeddingDeployment);

    private AzureOpenAIClient Service()
    {
        var form = new AzureOpenAIClientOptions(AzureOpenAIClientOptions.ServiceVersion.V2024_10_21)
        {
            // The built-in policy sleeps as long as the service asks, inside the activity; the workflow retries instead.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Options.Timeout,
            Transport = new HttpClientPipelineTransport(clients.CreateClient(ClientName)),
        };
        var endpoint = new Uri(Options.Endpoint, UriKind.Absolute);
        return Options.ApiKey is { Length: > 0 } key
            ? new AzureOpenAIClient(endpoint, new ApiKeyCredential(key), form)
            : new AzureOpenAIClient(endpoint, _credential.Value, form);
    }
}
