namespace HelpDesk.Adapters.AzureOpenAI;

/// <summary>Settings of the language model, section <c>AzureOpenAI</c>. No section = no language model: the embedded classifier answers.</summary>
public sealed class AzureOpenAIOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "AzureOpenAI";

    /// <summary>Address of the resource, <c>https://example.openai.azure.com</c>. Required.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Name of the deployment, of a model that knows structured outputs. Required.</summary>
    public string Deployment { get; set; } = "";

    /// <summary>Name of the deployment of an embedding model, of the same resource. Default empty: articles are found by their words only.</summary>
    public string EmbeddingDeployment { get; set; } = "";

    /// <summary>
    /// Numbers in one vector. Default 256: 10,000 articles take a few MB. 64 to 3,072, at most what the model has; 0 = what the model gives by itself, for models
    /// that take no such number (text-embedding-ada-002).
    /// </summary>
    public int EmbeddingDimensions { get; set; } = 256;

    /// <summary>Key of the resource. Default none: the app's own identity, which needs the role Cognitive Services OpenAI User.</summary>
    public string? ApiKey { get; set; }

    /// <summary>True for a deployment of a reasoning model (o1, o3, ...), which refuses temperature and max_tokens. Default false.</summary>
    public bool ReasoningModel { get; set; }

    /// <summary>Time-out of one request. Default 15 s: below <c>Triage:ModelTimeout</c>, so that the fault names the service. 1 s to 2 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Price of a million input tokens, for the figure <c>helpdesk.model.cost</c>. Default none: there is then no such figure. 0 to 10,000; with the other two.</summary>
    public decimal? InputPricePerMillionTokens { get; set; }

    /// <summary>Price of a million output tokens. Default none. 0 to 10,000; with the other two.</summary>
    public decimal? OutputPricePerMillionTokens { get; set; }

    /// <summary>Currency of both prices, ISO 4217 (<c>EUR</c>). Default none; with the other two.</summary>
    public string? PriceCurrency { get; set; }
}
