// Redundant and private: one always-ready instance for each group, Premium queue, records readable in a second region.
using 'main.bicep'
extends 'main.bicepparam'

param tier = 'prod'
param alwaysReadyInstances = 1
param serviceBusSku = 'Premium'
param privateNetwork = true
param runtimeStorageSku = 'Standard_ZRS'
param recordsStorageSku = 'Standard_RAGZRS'
param checkpointRetentionDays = 365
param logRetentionDays = 90
