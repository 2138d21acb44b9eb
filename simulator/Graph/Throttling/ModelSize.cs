using System.Text.Json.Serialization;

namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>Which limits the simulated tenant has.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelSize>))]
public enum ModelSize
{
    /// <summary>None: nobody is throttled.</summary>
    None,

    /// <summary>Those of fewer than 50 users: 3,500 resource units in 10 s.</summary>
    Small,

    /// <summary>Those of 50 to 500 users: 5,000.</summary>
    Medium,

    /// <summary>Those of more than 500 users: 8,000.</summary>
    Large,
}
