using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Core;
using Microsoft.Extensions.Options;
using OpenAI.Chat;

namespace HelpDesk.Adapters.AzureOpenAI;

/// <summary>Makes clients of the deployment, signed in with a key or the credential.</summary>
internal sealed class AzureOpenAIChat(IHttpClientFactory clients, IOptions<AzureOpenAIOptions> options, Func<TokenCredential> credential)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "azure-openai";

    private readonly Lazy<TokenCredential> _credential = new(credential);

    /// <summary>The settings.</summary>
    public AzureOpenAIOptions Options => options.Value;

    /// <summary>A client for one call.</summary>
    public ChatClient Client()
    {
        var form = new AzureOpenAIClientOptions(AzureOpenAIClientOptions.ServiceVersion.V2024_10_21)
        {
            // The built-in policy sleeps as long as the service asks, inside the activity; the workflow retries instead.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Options.Timeout,
            Transport = new HttpClientPipelineTransport(clients.CreateClient(ClientName)),
        };
        var endpoint = new Uri(Options.Endpoint, UriKind.Absolute);
        var client = Options.ApiKey is { Length: > 0 } key
            ? new AzureOpenAIClient(endpoint, new ApiKeyCredential(key), form)
            : new AzureOpenAIClient(endpoint, _credential.Value, form);
        return client.GetChatClient(Options.Deployment);
    }
}
